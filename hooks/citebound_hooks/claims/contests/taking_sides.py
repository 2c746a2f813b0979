"""Makes the sides of a dispute of the claims that were found."""

from __future__ import annotations

from citebound.model import Actor
from citebound_hooks.claims.contests.doers import doing
from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.contests.stems import words_of
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

_CHARGED = frozenset({"accuse", "assess", "claim-responsibility"})
_MARKS = str.maketrans(dict.fromkeys(",.;:!?()\"“”«»’'-–—", " "))


def side(number: int, claim: Found, actor: Actor | None, around: Surroundings) -> Side:
    """Returns the claim of a number, its kind known, as a side of a dispute."""
    text = around.text
    phrases = tuple([words_of(text, piece) for piece in claim.content])
    bag = frozenset(" ".join(phrases).lower().translate(_MARKS).split())
    told = claim.kind in _CHARGED or not words().agents.isdisjoint(bag)
    return Side(
        number=number,
        around=around,
        claim=claim,
        kind=claim.kind,
        actor=actor,
        place=claim.cue[0] if claim.cue else 0,
        sentence=claim.passage.sentence.index,
        block=claim.passage.sentence.block,
        source=words_of(text, claim.source).casefold(),
        cue=text[slice(*claim.cue)].lower() if claim.cue else "",
        phrases=phrases,
        bag=bag,
        negative=_is_negative(bag),
        doing=doing(text, claim, claim.kind) if told else None,
    )


def _is_negative(bag: frozenset[str]) -> bool:
    lists = words()
    contracted = "t" in bag and not lists.contracted.isdisjoint(bag)
    return contracted or not lists.negating.isdisjoint(bag)

"""A claim as one side of a dispute: who speaks, of whom, and in which words."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

import msgspec

from citebound.model import Actor, ClaimKind
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking import pointers
from citebound_hooks.claims.linking.doers import Doing, doing
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

_OPENING = 3  # words
_CHARGED = frozenset({"accuse", "assess", "claim-responsibility"})
_TAKEN_UP = 60  # characters of ", a claim which"
_READ = 600  # characters of a content that are compared
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}|[A-Z]{2,}")
_MARKS = str.maketrans(dict.fromkeys(",.;:!?()\"“”«»’'-–—", " "))
_SUFFIX = re.compile(r"(?:ings?|ed|es|s|ers?|ions?|ment)$")


class Side(msgspec.Struct, dict=True, eq=False):
    """A claim with all that is compared.

    Attributes:
        around: The layers before.
        place: Where its cue stands.
        sentence: The number of its sentence.
        source: The words of its source, case folded.
        cue: Its reporting words, in lower case.
        phrases: The pieces of its content.
        bag: All words and numbers of its content, in lower case.
        negative: Whether its content says that something is not so.
        doing: Who did what, if it says so.
    """

    around: Surroundings
    claim: Found
    kind: ClaimKind
    actor: Actor | None
    place: int
    sentence: int
    source: str
    cue: str
    phrases: tuple[str, ...]
    bag: frozenset[str]
    negative: bool
    doing: Doing | None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.around.text

    @property
    def block(self) -> object:
        """The paragraph that it stands in."""
        return self.claim.passage.sentence.block

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The actors that its content names, by id."""
        return frozenset(
            actor.id
            for start, end in self.claim.content
            for _, actor in self.around.mentions.within(start, min(end, start + _READ))
        )

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of its content, in lower case."""
        pieces = (self.text[start : min(end, start + _READ)] for start, end in self.claim.content)
        return frozenset(word.lower() for piece in pieces for word in _WORD.findall(piece)) - words().empty

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of its content without their endings."""
        return frozenset(stem(word) for word in self.said)

    @property
    def only(self) -> str | None:
        """Its content, if that is of one piece."""
        return self.phrases[0] if len(self.phrases) == 1 else None

    @property
    def pronoun(self) -> bool:
        """Whether what it denies stands as a pronoun alone: "denied this"."""
        return self.only is not None and pointers.is_pronoun(self.only)

    @property
    def reverses(self) -> bool:
        """Whether it says the opposite of what somebody else said: "suggests otherwise"."""
        return self.only is not None and pointers.is_reverse(self.only)

    @cached_property
    def points_back(self) -> bool:
        """Whether what it denies is not named, or by a pronoun, or as "the charge", "the Front's claim"."""
        return not self.phrases or (self.only is not None and pointers.points_back(self.only))

    @cached_property
    def finds_untrue(self) -> bool:
        """Whether it says of somebody or of what he said that it is not so: "the claim is a hoax", "he was lying"."""
        lists = words()
        hollow = not lists.hollow.isdisjoint(self.bag) or not lists.untrue.isdisjoint(self.bag)
        untrue = hollow or (self.negative and not lists.sound.isdisjoint(self.bag))
        return untrue and self.only is not None and pointers.speaks_of_claim(self.only)

    @cached_property
    def set_against(self) -> bool:
        """Whether its sentence sets itself against the one before: "However, …", "X, by contrast, says …"."""
        lists, around = words(), self.claim.passage.words
        if not lists.contrast.isdisjoint(around[:_OPENING]):
            return True
        if lists.contrasting.isdisjoint(around):
            return False
        end = max(self.claim.content[0][0] if self.claim.content else self.place, self.place)
        low = self.claim.passage.sentence.start
        before = self.text[low : min(end, low + _READ)].lower()
        return any(phrase in before for phrase in lists.contrasts)

    @cached_property
    def takes_up(self) -> bool:
        """Whether it stands in a relative clause that takes up what has just been said: "…, a claim which X denied"."""
        first = min(start for start, _ in (self.claim.source or (self.place, 0), (self.place, 0)))
        low = max(self.claim.passage.sentence.start, first - _TAKEN_UP)
        return pointers.takes_up(self.text[low:first])

    @cached_property
    def definite(self) -> frozenset[str]:
        """The stems of the definite noun phrase that opens it: "the clerk does not exist"."""
        return frozenset(map(stem, pointers.definite(self.phrases[0]))) if self.phrases else frozenset()

    @cached_property
    def teller(self) -> frozenset[str]:
        """The stems of its source."""
        return frozenset(stem(word.lower()) for word in _WORD.findall(words_of(self.text, self.claim.source)))

    @cached_property
    def voice(self) -> frozenset[str]:
        """The stems of its source and of its reporting words."""
        return self.teller | {stem(word) for word in self.cue.split()}

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """Which one of several it speaks of: "the first bomb"."""
        return frozenset().union(*map(pointers.ordinals, self.phrases))

    @cached_property
    def leaves_open(self) -> bool:
        """Whether it names several who may have done it: "attributed to three different groups"."""
        return any(map(pointers.leaves_open, self.phrases))

    @cached_property
    def speaker(self) -> frozenset[str]:
        """The names in its source, in lower case."""
        source = words_of(self.text, self.claim.source)
        return frozenset(name.lower() for name in _NAME.findall(source))

    @cached_property
    def of_dead(self) -> bool:
        """Whether it speaks of people who died."""
        return not words().of_death.isdisjoint(self.bag)

    @cached_property
    def counts(self) -> bool:
        """Whether its content gives a number."""
        return not words().numbers.isdisjoint(self.bag) or any(word[0].isdigit() for word in self.bag)

    @property
    def lemma(self) -> str:
        """The verb of its reporting words in the form of a dictionary; empty if it has none."""
        form = self.claim.passage.forms.get(self.cue.split()[0]) if self.cue else None
        return form.verb.lemma if form else ""


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Returns a word without the ending of a verb form or plural."""
    short = _SUFFIX.sub("", word)
    return short if len(short) >= 3 else word


def words_of(text: str, place: Place | None) -> str:
    """Returns the words of a place, not too many of them."""
    return text[place[0] : min(place[1], place[0] + _READ)] if place else ""


def side(claim: Found, actor: Actor | None, around: Surroundings) -> Side:
    """Returns a claim, its kind known, as a side of a dispute."""
    text = around.text
    phrases = tuple([words_of(text, place) for place in claim.content])
    bag = frozenset(" ".join(phrases).lower().translate(_MARKS).split())
    told = claim.kind in _CHARGED or not words().agents.isdisjoint(bag)
    return Side(
        around=around,
        claim=claim,
        kind=claim.kind,
        actor=actor,
        place=claim.cue[0] if claim.cue else 0,
        sentence=claim.passage.sentence.index,
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

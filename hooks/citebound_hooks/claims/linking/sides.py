"""A claim as one side of a dispute: who speaks, of whom, and in which words."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from citebound.model import Actor, ClaimKind
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

_READ = 600  # characters of a content that are compared
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}|[A-Z]{2,}")
_NUMBER = re.compile(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)\b", re.I
)
_NOUNS = (
    r"(?:accusations?|allegations?|charges?|claims?|reports?|figures?|statements?|suggestions?|wrongdoing|versions?"
    r"|accounts?|numbers?|tolls?|theory|rumou?rs?|affirmations?|bilans?|chiffres?|propos)"
)
_GUILTY = r"(?:involvement|responsibility|wrongdoing|implication|responsabilité)"
_GUILT = rf"(?:any |all |its |his |her |their |toute )?{_GUILTY}"
_BLAMED = re.compile(rf"\b(?:accusations?|allegations?|charges?|{_GUILTY})\b")
_POINTING = re.compile(
    rf"\s*(?:it|this|that|them|these|cela|ce|(?:an?|the|that|this|these|those|any|all|both|its|his|her|their|le|la|l['’]|les|ce|ces"
    rf"|cette|(?:the\s)?[^\W\d_][\w\s'’-]{{0,40}}?['’]s?)\s?(?:\w+\s){{0,2}}?{_NOUNS}|{_GUILT})\b(?!\s(?:that|of|que|d))"
    r"(?:.{0,30}|\s[“\"«].{0,120})",
    re.I | re.S,
)


class Side(msgspec.Struct, dict=True, eq=False):
    """A claim with all that is compared.

    Attributes:
        around: The layers before.
        place: Where its cue stands.
        sentence: The number of its sentence.
        source: The words of its source, case folded.
    """

    around: Surroundings
    claim: Found
    kind: ClaimKind
    actor: Actor | None
    place: int
    sentence: int
    source: str

    @property
    def text(self) -> str:
        """The document's text."""
        return self.around.text

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
    def speaker(self) -> frozenset[str]:
        """The names in its source, in lower case."""
        source = words_of(self.text, self.claim.source)
        return frozenset(name.lower() for name in _NAME.findall(source))

    @cached_property
    def points_back(self) -> bool:
        """Whether what it denies is not named, or by a pronoun, or as "the charge", "the Front's claim"."""
        if not self.claim.content:
            return True
        place = self.claim.content[0] if len(self.claim.content) == 1 else None
        return place is not None and _POINTING.fullmatch(words_of(self.text, place)) is not None

    @cached_property
    def of_guilt(self) -> bool:
        """Whether what it points back to is an accusation: "denied the charge", "rejected responsibility"."""
        return any(
            _BLAMED.search(self.text, start, min(end, start + _READ)) for start, end in self.claim.content
        )

    @cached_property
    def counts(self) -> bool:
        """Whether its content gives a number."""
        return any(_NUMBER.search(self.text, start, end) for start, end in self.claim.content)

    @cached_property
    def cue(self) -> str:
        """Its reporting words, in lower case."""
        return self.text[slice(*self.claim.cue)].lower() if self.claim.cue else ""


def words_of(text: str, place: Place | None) -> str:
    """Returns the words of a place, not too many of them."""
    return text[place[0] : min(place[1], place[0] + _READ)] if place else ""


def side(claim: Found, actor: Actor | None, around: Surroundings) -> Side:
    """Returns a claim, its kind known, as a side of a dispute."""
    return Side(
        around,
        claim,
        claim.kind,
        actor,
        claim.cue[0] if claim.cue else 0,
        claim.passage.sentence.index,
        words_of(around.text, claim.source).casefold(),
    )

"""A claim as one side of a dispute: who speaks, of whom, and in which words."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

import msgspec

from citebound.model import Actor, ClaimKind
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

_READ = 600  # characters of a content that are compared
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}|[A-Z]{2,}")
NUMBER = re.compile(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)\b", re.I
)
_NOUNS = (
    r"(?:accusations?|allegations?|charges?|claims?|reports?|figures?|statements?|suggestions?|wrongdoing|versions?"
    r"|accounts?|numbers?|tolls?|theory|rumou?rs?|views?|boasts?|assertions?|stor(?:y|ies)|testimony|findings?|conclusions?"
    r"|affirmations?|bilans?|chiffres?|propos)"
)
_GUILTY = r"(?:involvement|responsibility|wrongdoing|implication|responsabilité)"
_GUILT = rf"(?:any |all |its |his |her |their |toute )?{_GUILTY}"
_BLAMED = re.compile(rf"\b(?:accusations?|allegations?|charges?|{_GUILTY})\b")
_FIGURE = re.compile(r"\b(?:figures?|numbers?|tolls?|bilans?|chiffres?)\b", re.I)
_MARKS = str.maketrans(dict.fromkeys(",.;:!?()\"“”«»’'-–—", " "))
_SHORTEST = 16  # characters of "the opposite"
_REVERSE = re.compile(r"(?:otherwise|differently|autrement|le\scontraire|the\s(?:opposite|contrary))", re.I)
_SUCH = re.compile(r"\bsuch\s(?:an?\s)?\w|\b(?:been|was|were|is|are)\snone\b", re.I)
_NAMED = re.compile(
    r"(?:\w+\s){0,2}(?:suggestions?|reports?|claims?|allegations?|accusations?|rumou?rs?)\s(?:that|in|by|of|from|about)\b",
    re.I,
)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|latter|former)\b", re.I)
_SEVERAL = re.compile(
    r"\bto\s(?:\w+\s){0,2}(?:different|various|several|rival)\b|\bto\s[^.;]{3,60},\sto\s", re.I
)
_SUFFIX = re.compile(r"(?:ings?|ed|es|s|ers?|ions?|ment)$")
_BARE = r"(?:it|this|that|them|these|him|her|cela|ce|otherwise|le\scontraire|the\s(?:opposite|contrary))"
_POINTING = re.compile(
    rf"\s*(?:(?:(?:part|much|all|most|some)\sof\s)?{_BARE}"
    r"|(?:an?|the|that|this|these|those|any|all|both|its|his|her|their|le|la|l['’]|les|ce|ces|une"
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

    @cached_property
    def bag(self) -> frozenset[str]:
        """All words and numbers of its content, in lower case."""
        pieces = [self.text[start : min(end, start + _READ)] for start, end in self.claim.content]
        return frozenset(" ".join(pieces).lower().translate(_MARKS).split())

    @cached_property
    def negative(self) -> bool:
        """Whether its content says that something is not so."""
        lists = words()
        contracted = "t" in self.bag and not lists.contracted.isdisjoint(self.bag)
        return contracted or not lists.negating.isdisjoint(self.bag)

    @cached_property
    def pronoun(self) -> bool:
        """Whether what it denies stands as a pronoun alone: "denied this"."""
        place = self.claim.content[0] if len(self.claim.content) == 1 else None
        return place is not None and re.fullmatch(_BARE, words_of(self.text, place), re.I) is not None

    @cached_property
    def reverses(self) -> bool:
        """Whether it says the opposite of what somebody else said: "suggests otherwise"."""
        place = self.claim.content[0] if len(self.claim.content) == 1 else None
        if place is None or place[1] - place[0] > _SHORTEST:
            return False
        return _REVERSE.fullmatch(words_of(self.text, place)) is not None

    @cached_property
    def such(self) -> bool:
        """Whether it speaks of a thing that has been told: "knew nothing of such a request"."""
        return any(
            _SUCH.search(self.text, start, min(end, start + _READ)) for start, end in self.claim.content
        )

    @cached_property
    def names_claim(self) -> bool:
        """Whether it says itself which claim it denies: "rejected any suggestion that …"."""
        return any(
            _NAMED.match(self.text, start, min(end, start + _READ)) for start, end in self.claim.content
        )

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """Which one of several it speaks of: "the first bomb"."""
        pieces = (self.text[start : min(end, start + _READ)] for start, end in self.claim.content)
        return frozenset(word.lower() for piece in pieces for word in _ORDINAL.findall(piece))

    @cached_property
    def leaves_open(self) -> bool:
        """Whether it names several who may have done it: "attributed to three different groups"."""
        return any(
            _SEVERAL.search(self.text, start, min(end, start + _READ)) for start, end in self.claim.content
        )

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
    def of_figure(self) -> bool:
        """Whether what it points back to is a number: "disputed the figure"."""
        return any(
            _FIGURE.search(self.text, start, min(end, start + _READ)) for start, end in self.claim.content
        )

    @cached_property
    def of_dead(self) -> bool:
        """Whether it speaks of people who died."""
        return not words().of_death.isdisjoint(self.bag)

    @cached_property
    def counts(self) -> bool:
        """Whether its content gives a number."""
        return not words().numbers.isdisjoint(self.bag) or any(word[0].isdigit() for word in self.bag)

    @cached_property
    def cue(self) -> str:
        """Its reporting words, in lower case."""
        return self.text[slice(*self.claim.cue)].lower() if self.claim.cue else ""


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
    return Side(
        around,
        claim,
        claim.kind,
        actor,
        claim.cue[0] if claim.cue else 0,
        claim.passage.sentence.index,
        words_of(around.text, claim.source).casefold(),
    )

"""A named noun phrase, and what the words around it say of it."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

PhraseKind = Literal["name", "state", "people", "group", "office", "place", "described"]

LOCATED: Final = 1 << 0  # stands where places stand: "in X"
ACTS: Final = 1 << 1  # a verb follows, or it is the agent or object of one
OWNS: Final = 1 << 2  # possessive
FIRST: Final = 1 << 3  # opens its sentence, so that its capital says nothing
TITLED: Final = 1 << 4  # a person's title stands before it
HEADLINE: Final = 1 << 5  # in a line set in capitals or title case
DIRECTED: Final = 1 << 6  # after "from", "to", "of" …
INDEFINITE: Final = 1 << 7  # after "a", "an"
COMPOUND: Final = 1 << 8  # before a common noun: "the X offensive"
DEFINITE: Final = 1 << 9  # after "the"


class Phrase(msgspec.Struct, frozen=True):
    """A named noun phrase.

    Attributes:
        sentence: Number of its sentence.
        first: Its first token.
        last: The token after its last one.
        start: Where it begins in the text, without article.
        end: Where it ends, without a possessive ending.
        core: Place of the name alone, without titles.
        title: Place of the person's title, or None.
        anchor: Place of the name that a group or title hangs on, or None.
        noun: Its head noun in lower case.
        context: Bits: LOCATED, ACTS …
    """

    kind: PhraseKind
    sentence: int
    first: int
    last: int
    start: int
    end: int
    core: tuple[int, int]
    title: tuple[int, int] | None
    anchor: tuple[int, int] | None
    noun: str
    context: int

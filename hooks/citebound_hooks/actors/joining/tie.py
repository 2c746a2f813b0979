"""A place in the text that is another form of a name."""

from __future__ import annotations

from typing import NamedTuple

from citebound.model import AliasKind
from citebound_hooks.actors.reading.phrase import Phrase


class Tie(NamedTuple):
    """A place in the text that is another form of a phrase's name.

    Attributes:
        phrase: The phrase that it is tied to.
        place: Where the form stands.
        kind: What kind of form it is.
        other: The phrase that stands there, if it is one by itself: the two are one actor.
    """

    phrase: Phrase
    place: tuple[int, int]
    kind: AliasKind
    other: Phrase | None

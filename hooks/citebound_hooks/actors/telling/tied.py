"""A relation between two phrases."""

from __future__ import annotations

from typing import NamedTuple

from citebound.model import RelationType
from citebound_hooks.actors.reading.phrase import Phrase


class Tied(NamedTuple):
    """A relation between two phrases, and the words that say so.

    Attributes:
        place: Where those words stand.
        by_name: Whether only a person can stand so: "the Front's Ada Quill", "officials, including Ada Quill".
    """

    bearer: Phrase
    type: RelationType
    target: Phrase
    place: tuple[int, int]
    by_name: bool = False

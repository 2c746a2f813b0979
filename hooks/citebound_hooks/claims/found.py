"""What the frames hand on: a claim as offsets, before it is linked to actors, dates and citations."""

from __future__ import annotations

import msgspec

from citebound.model import ClaimKind
from citebound_hooks.claims.passages import Passage

Place = tuple[int, int]


class Found(msgspec.Struct):
    """A claim as a frame found it: places are offsets in the text.

    Attributes:
        passage: The sentence in which the cue stands.
        cue: The reporting words; None for a quote that continues without any.
        source: Who says it; None if the text names nobody.
        content: What is said, in the order of the text.
        rule: The frame.
        recipient: To whom it was said: the agency or outlet that carried it first.
        epistemic: The verb group, if it lowers certainty itself ("is believed").
        awaits: Whether what is said is to follow in the next paragraph ("X said:").
        weight: How far the frame is to be trusted, 0 to 1.
    """

    passage: Passage
    cue: Place | None
    source: Place | None
    content: list[Place]
    kind: ClaimKind
    rule: str
    weight: float
    negated: bool = False
    recipient: Place | None = None
    epistemic: Place | None = None
    awaits: bool = False

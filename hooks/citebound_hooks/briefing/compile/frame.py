"""Where blocks are being set: column, panel, structure."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.flow import Panel


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of a block.

    Attributes:
        left: Of the text column, from the left margin.
        width: Of the text column.
        parent: The part of the structure that the block belongs to.
        height: Of a page: of a table that may move to the annex, rows beyond it are set when they are there.
    """

    left: float
    width: float
    parent: Element
    panel: Panel | None = None
    full_width: float = 0.0
    height: float = inf

    def column(self, place: str) -> tuple[float, float]:
        """Returns left end and width of a block that stands in the text column or over both."""
        if place == "full":
            return 0.0, self.full_width
        return self.left, self.width

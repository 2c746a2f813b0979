"""The structure of a page: what its parts are to somebody who hears it read (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from typing import NamedTuple


class MarkedContent(NamedTuple):
    """Words on a page that belong to an element."""

    page: int
    number: int


class LinkPlace(NamedTuple):
    """A link annotation that belongs to an element."""

    page: int
    annotation: int


class Element:
    """A part of the briefing: a section, a table, a row, a paragraph, a quotation.

    It joins its parent when something of it is first painted, so parts stand in the order in which they are read,
    and what is never painted is no part of the tree.

    Attributes:
        tag: A standard structure type (`Sect`, `P`, `TD`).
        parent: The part around it; None for the whole.
        kids: Elements, marked content and links, in reading order.
        scope: For a header cell: `Column` or `Row`.
        numbering: For a list: `Decimal`, `Disc`.
        language: BCP 47, where it differs from the briefing's.
        alternative: What a figure shows, in words.
        logical: Its words in the order of reading, noted where they are set in another one (right to left).
        box: For a figure: where it stands on its page, set when it is painted (left, bottom, right, top).
    """

    __slots__ = (
        "_joined",
        "alternative",
        "box",
        "kids",
        "language",
        "logical",
        "numbering",
        "parent",
        "scope",
        "tag",
    )

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        scope: str | None = None,
        numbering: str | None = None,
        language: str | None = None,
        alternative: str | None = None,
    ) -> None:
        self.tag, self.parent, self.scope, self.numbering = tag, parent, scope, numbering
        self.language, self.alternative = language, alternative
        self.box: tuple[float, float, float, float] | None = None
        self.kids: list[Element | MarkedContent | LinkPlace] = []
        self.logical = ""
        self._joined = False

    def join(self) -> None:
        """Takes its place in the tree, with all parts around it."""
        if not self._joined:
            self._joined = True
            if self.parent is not None:
                self.parent.join()
                self.parent.kids.append(self)

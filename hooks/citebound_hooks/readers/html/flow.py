"""The words of a page in their order, cut into raw blocks: one walk over the tree, without recursion."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
from lxml import etree
from msgspec.structs import replace

from citebound_hooks.readers.html.context import Context, entered, is_hidden
from citebound_hooks.readers.html.elements import INLINE, ROLE, WITHOUT_RUNS, Role
from citebound_hooks.readers.html.tables import is_followed_by_value, is_row_of_data, is_value_of_data

LINE_BREAK = -1
CELL = -2
SPACE = -3
# Scripts that have no capitals, and blanks between their words: Hebrew to the Arabic extensions.
_WITHOUT_CASE = frozenset(map(chr, range(0x590, 0x900)))
_BLANKS = " \t\n\r\f"
_BEGINS_ROW: frozenset[Role] = frozenset(["row", "term"])
_ENDS_ROW: frozenset[Role] = frozenset(["row", "term", "value"])


class RawBlock(msgspec.Struct, gc=False):
    """A block before its white space is folded.

    Attributes:
        context: What holds for it.
        pieces: Indices of its texts in `Flow.texts`, or LINE_BREAK, CELL, SPACE.
        linked: How many of its characters stand in links.
    """

    context: Context
    pieces: list[int]
    linked: int


@dataclass(slots=True)
class Flow:
    """The words of a page.

    Attributes:
        texts: Every text node of the tree in document order, those that are not shown as well.
        raised: Indices of texts that are raised figures behind a word or a figure: notes, exponents.
        blocks: What of them is shown.
    """

    texts: list[str] = field(default_factory=list)
    raised: set[int] = field(default_factory=set)
    blocks: list[RawBlock] = field(default_factory=list)


def flow_of(root: etree._Element) -> Flow:
    """Walks over a page and returns its words."""
    walk = _Walk(_around_headline(root))
    walk.run(root)
    return walk.flow


def _around_headline(root: etree._Element) -> dict[etree._Element, None]:
    """The elements around the headlines and the main part of a page: never boilerplate, never hidden."""
    around: dict[etree._Element, None] = {}
    for element in root.iter("body", "h1", "main"):
        at: etree._Element | None = element
        while at is not None and at not in around:
            around[at] = None
            at = at.getparent()
    return around


class _Walk:
    def __init__(self, kept: dict[etree._Element, None]) -> None:
        self.flow = Flow()
        self.kept = kept
        self.context = Context()
        self.pieces: list[int] = []
        self.linked = 0  # characters
        self.links = 0  # open ones
        self.articles = 0
        self.superscripts = 0  # open ones
        self.beside = False  # whether an inline element has just ended

    def run(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        around: list[Context] = []  # the open blocks
        skipped: etree._Element | None = None
        for event, element in walker:
            role = ROLE.get(element.tag)
            if event == "start":
                if role == "skip" or (is_hidden(element) and element not in self.kept):
                    self.skip(element)
                    walker.skip_subtree()
                    skipped = element
                    continue
                if self.beside:
                    self.keep_apart(element, role)
                if role in INLINE:
                    self.enter_inline(role)
                elif role is not None:
                    around.append(self.context)
                    self.enter_block(element, role)
                text = element.text
            else:
                if role in INLINE and element is not skipped:
                    self.leave_inline(role)
                elif role is not None and element is not skipped:
                    self.leave_block(element, role)
                    self.context = around.pop()
                text = element.tail
                if not text and (role is None or role == "link"):
                    self.beside = True
            if text:
                self.say(text)
        if self.pieces:
            self.flush()

    def skip(self, element: etree._Element) -> None:
        """Counts the texts of an element that is not shown, but for those that are no runs of text of the file."""
        if element.tag not in WITHOUT_RUNS:
            self.flow.texts.extend(str(text) for text in element.itertext(with_tail=False))

    def say(self, text: str) -> None:
        texts = self.flow.texts
        self.beside = False
        if self.pieces or not text.isspace() or text.strip(_BLANKS):
            if self.superscripts and text.isdecimal() and self.last_character().strip():
                self.flow.raised.add(len(texts))
            self.pieces.append(len(texts))
            if self.links:
                self.linked += len(text)
        texts.append(text)

    def keep_apart(self, element: etree._Element, role: Role | None) -> None:
        """Puts a blank between two elements that only style sheets keep apart: `<b>Publisher</b><span>Monitor`."""
        self.beside = False
        inline = role is None or role == "link"
        if inline and _are_words(self.last_character(), (element.text or "")[:1]):
            self.pieces.append(SPACE)

    def last_character(self) -> str:
        """The last character of the block so far; nothing if it has none, or a separator stands last."""
        return self.flow.texts[self.pieces[-1]][-1:] if self.pieces and self.pieces[-1] >= 0 else ""

    def enter_inline(self, role: Role) -> None:
        if role == "link":
            self.links += 1
        elif role == "raised":
            self.superscripts += 1
        else:
            self.pieces.append(SPACE if self.context.row else LINE_BREAK)

    def enter_block(self, element: etree._Element, role: Role) -> None:
        row = self.context.row
        joins = role == "value" and bool(self.pieces) and is_value_of_data(element)
        if joins or (row and role == "cell"):
            self.pieces.append(CELL)
        elif row:
            self.pieces.append(SPACE)
        elif self.pieces:
            self.flush()
        self.context = entered(self.context, element, role, len(self.flow.texts) + 1, self.kept)
        if role == "article" and not self.context.article:
            self.articles += 1
            self.context = replace(self.context, article=self.articles)
        if not row and (joins or (role in _BEGINS_ROW and _opens_row(element, role))):
            self.context = replace(self.context, row=True, kind="table-row", level=0)

    def leave_inline(self, role: Role) -> None:
        if role == "link":
            self.links -= 1
        elif role == "raised":
            self.superscripts -= 1

    def leave_block(self, element: etree._Element, role: Role) -> None:
        if self.context.row and not (role in _ENDS_ROW and not is_followed_by_value(element)):
            self.pieces.append(SPACE)
        elif self.pieces:
            self.flush()

    def flush(self) -> None:
        """Ends the block at the walker's place."""
        self.flow.blocks.append(RawBlock(self.context, self.pieces, self.linked))
        self.pieces, self.linked = [], 0


def _opens_row(element: etree._Element, role: Role) -> bool:
    if role == "row":
        return is_row_of_data(element)
    return role == "term" and is_followed_by_value(element)


def _are_words(last: str, first: str) -> bool:
    """Tells the end of a word before the beginning of another: a capital, or letters of Hebrew and Arabic."""
    if last.islower():
        return first.isupper()
    return last.isalpha() and first.isalpha() and all(letter in _WITHOUT_CASE for letter in (last, first))

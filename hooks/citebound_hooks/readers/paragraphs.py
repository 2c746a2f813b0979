"""The blocks of a plain text: paragraphs, header lines, headings, list items, table rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from citebound.model import Block, BlockKind
from citebound_hooks.readers.lines import continues, wrap_width
from citebound_hooks.readers.markdown.code import fenced_code

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+|\r\n|[\r\n\f\v\x85\u2028\u2029]")
_ENDS = "\r\n\f\v\x85\u2028\u2029"
_LIST_ITEM = re.compile(r"\s*(?:[-*+•–—‣▪◦·●]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z]\))\s+\S")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*\Z")
_RULE = re.compile(r"[\s|:=*_~+\-–—]*\Z")  # a line of signs: a separator, an underline
_MARKED: dict[BlockKind, re.Pattern[str]] = {
    "boilerplate": _RULE,
    "table-row": _TABLE_ROW,
    "list-item": _LIST_ITEM,
}
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*\Z")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}(#{1,6})\s")
_MARKDOWN_QUOTATION = re.compile(r"\s{0,3}(?:>\s?)+")
_COMMENT = re.compile(r"\s*<!--.*-->\s*\Z")
_LONGEST_HEADING = 100
_FINAL = (".", "!", "?", ":", ";", ",", "…", '"', "”", "»", "]", ")")
_BRACKET = 3  # lines over which a bracket may run
_DEEPER = 2  # columns by which the first line of a paragraph is indented


class Line(NamedTuple):
    """A line that is not blank: the places of its first and after its last character that is not white space."""

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        """How many columns of white space stand before it."""
        return len(self.text) - len(self.text.lstrip())


def blocks_of(text: str, *, markdown: bool = False) -> Iterator[Block]:
    """Yields the blocks of a text.

    Every character that is not white space lies in one of them, but for the marks of Markdown quotations.

    Lines without a blank line between them are one block if they were broken by a program (see
    `citebound_hooks.readers.lines`); else each is a block of its own, as in a header of `Label value` lines.

    Args:
        text: The text.
        markdown: Whether `#` marks headings and `>` quotations.
    """
    runs = list(_runs(text))
    width = wrap_width([[line.text for line in run] for run in runs])
    for run, in_code in _without_code(runs, text) if markdown else ((run, False) for run in runs):
        if in_code:
            yield Block(run[0].start, run[-1].end, "boilerplate")
            continue
        groups = list(_groups(run, width))
        for number, group in enumerate(groups):
            underlined = number + 1 < len(groups) and bool(_UNDERLINE.match(groups[number + 1][0].text))
            alone = len(groups) == 1 or underlined
            kind, level = _kind(group, alone=alone, markdown=markdown)
            mark = _MARKDOWN_QUOTATION.match(group[0].text) if kind == "quotation" else None
            start = group[0].start + (len(mark[0].lstrip()) if mark else 0)
            if start < group[-1].end:  # a mark with nothing behind it quotes nothing
                yield Block(start, group[-1].end, kind, level)


def _runs(text: str) -> Iterator[list[Line]]:
    """Yields lines that no blank line separates."""
    run: list[Line] = []
    ended = True
    for match in _LINE.finditer(text):
        words = match.group()
        if words[0] not in _ENDS and words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            run.append(Line(start, match.start() + len(words.rstrip()), words))
            ended = False
        elif words[0] in _ENDS and not ended and words != "\f":
            ended = True
        elif run and (ended or words == "\f"):
            yield run
            run = []
    if run:
        yield run


def _without_code(runs: list[list[Line]], text: str) -> Iterator[tuple[list[Line], bool]]:
    """Yields the runs, parted where fenced code begins and ends, and whether each is code."""
    code = list(fenced_code(text))
    starts = [start for start, _ in code]
    for run in runs:
        for place, lines in groupby(run, key=lambda line: bisect_right(starts, line.start) - 1):
            inside = [] if place < 0 else code[place]
            for in_code, part in groupby(lines, key=lambda line: bool(inside) and line.start < inside[1]):
                yield list(part), in_code


def _groups(run: list[Line], width: int | None) -> Iterator[list[Line]]:
    """Yields the lines of each block."""
    group = [run[0]]
    for line in run[1:]:
        if _joins(group, line, width):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _joins(group: list[Line], line: Line, width: int | None) -> bool:
    before = group[-1]
    if continues(before.text, line.text, width) or _is_open(group):
        indented = len(group) > 1 and line.indent >= before.indent + _DEEPER
    elif line.indent > group[0].indent and _LIST_ITEM.match(group[0].text):
        indented = False  # the second line of a list item
    else:
        return False
    item = _LIST_ITEM.match(line.text) and not _is_open(group)
    marked = item or _stands_alone(line.text) or _stands_alone(before.text)
    return not indented and not marked


def _is_open(group: list[Line]) -> bool:
    """Whether a bracket is open, in which no paragraph ends and "p. 14)" is no item of a list."""
    words = " ".join(line.text for line in group[-_BRACKET:])
    return words.rfind("(") > words.rfind(")")


def _stands_alone(text: str) -> bool:
    alone = (_TABLE_ROW, _RULE, _MARKDOWN_HEADING, _MARKDOWN_QUOTATION, _COMMENT)
    return any(pattern.match(text) for pattern in alone)


def _kind(group: list[Line], *, alone: bool, markdown: bool) -> tuple[BlockKind, int]:
    text = group[0].text
    if markdown and (marks := _MARKDOWN_HEADING.match(text)):
        return "heading", len(marks[1])
    if markdown and _MARKDOWN_QUOTATION.match(text):
        return "quotation", 0
    if markdown and _COMMENT.match(text):
        return "boilerplate", 0
    marked = next((kind for kind, pattern in _MARKED.items() if pattern.match(text)), None)
    if marked:
        return marked, 0
    return "heading" if alone and len(group) == 1 and _is_heading(text.strip()) else "paragraph", 0


def _is_heading(text: str) -> bool:
    short = len(text) <= _LONGEST_HEADING and not text.endswith(_FINAL)
    return short and any(character.isalpha() for character in text)

"""White space folded as a browser folds it, with the places of what stays as it was."""

from __future__ import annotations

import re

import msgspec

from citebound_hooks.readers.html.flow import CELL, LINE_BREAK, Flow, RawBlock

# Shown as nothing: soft hyphen, zero-width space, byte-order mark within a text.
_INVISIBLE = "\u00ad\u200b\ufeff"
_STRETCH = re.compile(rf"[^\0 \t\n\r\f{_INVISIBLE}]++(?: [^\0 \t\n\r\f{_INVISIBLE}]++)*+")
_FOLDABLE = re.compile(rf"[\0\t\n\r\f{_INVISIBLE}]|  ")
_BLANKS = " \t\n\r\f"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CELL_END = "\0"  # cannot stand in a text node: the parser replaces it


# Characters that stand in a folded line as they stand in the text nodes: offset in the line, offset in the joined
# texts of the line's pieces, length.
Stretch = tuple[int, int, int]


class FoldedLine(msgspec.Struct, frozen=True, gc=False):
    """A line of text without white space at its ends; cells are separated by a tab.

    Attributes:
        text: The line; empty for a blank one.
        pieces: The text nodes that it was made of. Lines of one `pre` share them.
        stretches: Where its characters come from.
    """

    text: str
    pieces: list[int]
    stretches: list[Stretch]


def joined(flow: Flow, pieces: list[int]) -> str:
    """Returns the joined texts of some pieces, white space as in the file, raised figures as such characters."""
    texts, raised = flow.texts, flow.raised
    return "".join(
        [texts[piece] if piece >= 0 and piece not in raised else _text(flow, piece) for piece in pieces]
    )


def _text(flow: Flow, piece: int) -> str:
    """Returns a separator, or a raised figure."""
    if piece < 0:
        return _CELL_END if piece == CELL else " "
    return flow.texts[piece].translate(_RAISED)


def folded(flow: Flow, block: RawBlock) -> list[FoldedLine]:
    """Returns the lines of a block: one, unless it has `<br>` or is preformatted."""
    if block.context.preformatted and not block.context.row:
        return _preformatted(flow, block.pieces)
    if LINE_BREAK not in block.pieces:
        return [_folded_line(flow, block.pieces)]
    lines: list[list[int]] = [[]]
    for piece in block.pieces:
        if piece == LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return [_folded_line(flow, line) for line in lines]


def _folded_line(flow: Flow, pieces: list[int]) -> FoldedLine:
    raw = joined(flow, pieces)
    words = raw.strip(_BLANKS)
    if not _FOLDABLE.search(words):
        return FoldedLine(words, pieces, [(0, raw.find(words), len(words))] if words else [])
    stretches: list[Stretch] = []
    parts: list[str] = []
    at = end = 0
    for match in _STRETCH.finditer(raw):
        if stretches:
            gap = _folded_gap(raw[end : match.start()])
            parts.append(gap)
            at += len(gap)
        stretch = match.group()
        stretches.append((at, match.start(), len(stretch)))
        parts.append(stretch)
        at += len(stretch)
        end = match.end()
    return FoldedLine("".join(parts), pieces, stretches)


def _folded_gap(gap: str) -> str:
    """Returns what stands between two stretches: the ends of cells, a blank, or nothing for what is not shown."""
    return "\t" * gap.count(_CELL_END) or (" " if gap.strip(_INVISIBLE) else "")


def _preformatted(flow: Flow, pieces: list[int]) -> list[FoldedLine]:
    pieces = [piece for piece in pieces if piece >= 0]
    lines: list[FoldedLine] = []
    at = 0
    for line in joined(flow, pieces).split("\n"):
        text = line.strip(" \t\r\f")
        raw = at + line.find(text)
        lines.append(FoldedLine(text, pieces, [(0, raw, len(text))] if text else []))
        at += len(line) + 1
    return lines

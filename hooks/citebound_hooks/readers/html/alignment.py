"""Text nodes of the tree beside runs of text of the file.

Both are walked over side by side, and a text node is only placed where it and the runs agree character for
character. Where the parser dropped or moved something, the walk goes on at the next text that both have once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from citebound_hooks.readers.html.text_runs import TextRun

_CHANGED = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|\r\n?|\0")
_CHANGED_RAW = re.compile(r"\r\n?|\0")
_BLANKS = " \t\n\r\f"
_WINDOW = 200  # texts and runs among which a landmark must be the only one of its words
_SURE = 12  # characters that a landmark needs
_MOST_SEARCHES = 500  # for landmarks; a page that needs more has no map from there on


class Literal(NamedTuple):
    """Characters of a text node as they stand in the file: offset in the node, offset in the file, length."""

    at: int
    source: int
    length: int


class _Decoded(NamedTuple):
    """A run as the parser reads it, with its literal parts."""

    text: str
    literals: list[Literal]


def aligned(texts: Sequence[str], source: str, runs: Sequence[TextRun]) -> list[list[Literal]]:
    """Returns, for each text node, what of it stands literally in the file; nothing where that is not sure."""
    decoded = [_decoded(source, run) for run in runs]
    places: list[list[Literal]] = [[] for _ in texts]
    at = searches = 0
    for number, text in enumerate(texts):
        if not text.strip(_BLANKS):
            continue
        found = _matched(text, decoded, at)
        if found is None and searches < _MOST_SEARCHES:
            searches += 1
            landmark = _landmark(texts[number : number + _WINDOW], decoded, at)
            found = None if landmark is None else _matched(text, decoded, landmark)
        if found is not None:
            at, places[number] = found
    return places


def _decoded(source: str, run: TextRun) -> _Decoded:
    text = source[run.start : run.end]
    if "&" not in text and "\r" not in text and "\0" not in text:
        return _Decoded(text, [Literal(0, run.start, len(text))])
    parts: list[str] = []
    literals: list[Literal] = []
    at = size = 0
    for match in (_CHANGED_RAW if run.raw else _CHANGED).finditer(text):
        literals.append(Literal(size, run.start + at, match.start() - at))
        meant = _meant(match.group())
        parts += [text[at : match.start()], meant]
        size += match.start() - at + len(meant)
        at = match.end()
    literals.append(Literal(size, run.start + at, len(text) - at))
    return _Decoded("".join([*parts, text[at:]]), [literal for literal in literals if literal.length])


def _meant(written: str) -> str:
    """Returns what an entity, a line end or U+0000 stands for (HTML Living Standard, 13.2.3.5 and 13.2.5.72)."""
    if written == "\0":
        return "\ufffd"
    return "\n" if written[0] == "\r" else unescape(written)


def _matched(text: str, runs: Sequence[_Decoded], at: int) -> tuple[int, list[Literal]] | None:
    """Returns the literal parts of a text that the next runs make up, and the number of the run behind them."""
    words = at
    while words < len(runs) and not runs[words].text.strip(_BLANKS):
        words += 1
    for begin in {at: None, words: None}:
        done, number = 0, begin
        found: list[Literal] = []
        while done < len(text) and number < len(runs) and text.startswith(runs[number].text, done):
            found += [literal._replace(at=done + literal.at) for literal in runs[number].literals]
            done += len(runs[number].text)
            number += 1
        if done == len(text):
            return number, found
    return None


def _landmark(texts: Sequence[str], runs: Sequence[_Decoded], at: int) -> int | None:
    """Returns the number of the run that has the words of the first text, if both have them once nearby."""
    text = texts[0]
    if len(text.strip()) < _SURE or text in texts[1:]:
        return None
    near = [number for number, run in enumerate(runs[at : at + _WINDOW], at) if run.text == text]
    return near[0] if len(near) == 1 else None

"""Text nodes of the tree beside runs of text of the file.

Both are walked over side by side, and a text node is only placed where it and the runs agree character for
character. Where the parser dropped or moved something, the walk goes on at the next text that both have once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from citebound_hooks.readers.html.text_runs import TextRun

_CHANGED = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|\r\n?|\0")
_WINDOW = 200  # texts and runs among which a landmark must be the only one of its words
_SURE = 12  # characters that a landmark needs
_MOST_SEARCHES = 500  # for landmarks; a page that needs more has no map from there on


# Characters of a text node as they stand in the file: offset in the node, offset in the file, length.
Literal = tuple[int, int, int]


def aligned(texts: Sequence[str], runs: Sequence[TextRun]) -> list[Sequence[Literal]]:
    """Returns, for each text node, what of it stands literally in the file; nothing where that is not sure."""
    places: list[Sequence[Literal]] = [()] * len(texts)
    at = searches = 0
    for number, text in enumerate(texts):
        if text.isspace() or at >= len(runs):
            continue
        start, written = runs[at]
        if written == text:  # by far the most frequent case
            places[number] = ((0, start, len(text)),)
            at += 1
            continue
        found = _matched(text, runs, at)
        if found is None and searches < _MOST_SEARCHES:
            searches += 1
            landmark = _landmark(texts[number : number + _WINDOW], runs[at : at + _WINDOW])
            found = None if landmark is None else _matched(text, runs, at + landmark)
        if found is not None:
            at, places[number] = found
    return places


def _matched(text: str, runs: Sequence[TextRun], at: int) -> tuple[int, list[Literal]] | None:
    """Returns the number of the run behind those that make up a text, and the literal parts of the text.

    White space between runs is no run, and not compared.
    """
    done = 0
    found: list[Literal] = []
    while at < len(runs):
        run, literals = _decoded(runs[at])
        blank = 0
        if not text.startswith(run, done):
            blank = len(run) - len(run.lstrip())
            done = len(text) - len(text[done:].lstrip())
            if not text.startswith(run[blank:], done):
                break
        found += [_behind(literal, blank, done) for literal in literals if literal[0] + literal[2] > blank]
        done += len(run) - blank
        at += 1
        if done == len(text) or text[done:].isspace():
            return at, found
    return None


def _behind(literal: Literal, blank: int, done: int) -> Literal:
    """Cuts the blank at the head of a run off a literal part, and moves it to its place in the text."""
    offset, place, length = literal
    cut = max(blank - offset, 0)
    return done + offset + cut - blank, place + cut, length - cut


def _decoded(run: TextRun) -> tuple[str, Sequence[Literal]]:
    """Returns a run as the parser reads it, and its literal parts."""
    start, text = run
    if "&" not in text and "\r" not in text and "\0" not in text:
        return text, ((0, start, len(text)),)
    parts: list[str] = []
    literals: list[Literal] = []
    at = size = 0
    for match in _CHANGED.finditer(text):
        literals.append((size, start + at, match.start() - at))
        meant = _meant(match.group())
        parts += [text[at : match.start()], meant]
        size += match.start() - at + len(meant)
        at = match.end()
    literals.append((size, start + at, len(text) - at))
    return "".join([*parts, text[at:]]), literals


def _meant(written: str) -> str:
    """Returns what an entity, a line end or U+0000 stands for (HTML Living Standard, 13.2.3.5 and 13.2.5.72)."""
    if written == "\0":
        return "\ufffd"
    return "\n" if written[0] == "\r" else unescape(written)


def _landmark(texts: Sequence[str], runs: Sequence[TextRun]) -> int | None:
    """Returns the number of the run that has the words of the first text, if both have them once nearby."""
    text = texts[0]
    if len(text.strip()) < _SURE or text in texts[1:]:
        return None
    near = [number for number, run in enumerate(runs) if run[1] == text]
    return near[0] if len(near) == 1 else None

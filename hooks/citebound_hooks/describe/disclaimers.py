"""Finds the disclaimer where no label names it: by the words that the profile knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from citebound.model import Document, Profile
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.proof import Proof, proof_at
from citebound_hooks.language.lexicon import load_lexicon

# Half of the wording's different words: far above what prose shares with it, far below any edited disclaimer.
_ENOUGH = 0.5
_OPENING = 6  # words
_SHORT = 40  # characters; a line much shorter than a disclaimer cannot share half of its words
_WORD = re.compile(r"\w+")
_HEAD_BLOCKS, _FOOT_BLOCKS = 4, 5
_SHORTEST, _LONGEST = 30, 3000  # characters
_QUOTING = ("“", "«", '"')
Run = tuple[int, int]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `disclaimer_words.toml`."""

    phrases: tuple[str, ...]


def find_disclaimer(document: Document, lines: Sequence[Line], profile: Profile) -> Proof | None:
    """Returns the line that shares most words with a wording of the profile, if it shares enough.

    A line that begins as a wording does is one too, however soon it breaks off. Where the wording runs over several
    lines, those are taken together.
    """
    best, proof = _ENOUGH, None
    said = [_found(document.text, line.start, line.end) for line in (lines if profile.disclaimers else ())]
    for wording in profile.disclaimers:
        words = frozenset(_WORD.findall(wording.text.casefold()))
        opening = " ".join(wording.text.split()[:_OPENING]).casefold()
        runs, tried = _runs(lines, [_are_mostly_of(here, words) for here in said]), set[Run]()
        for number, run in enumerate(runs):
            begins = proof is None and _begins(document.text, lines[number], opening)
            if not begins and (run in tried or not _may_hold(lines[number], said[number], words, best)):
                continue
            tried.add(run)
            first, end = lines[run[0]], lines[run[1]].end
            share = _share(words, _found(document.text, first.start, end))
            if share > best or begins:
                best, proof = max(best, share), _from_opening(document, first, end, wording.text)
    return proof


def _found(text: str, start: int, end: int) -> list[str]:
    return _WORD.findall(text[start:end].casefold())


def _share(words: frozenset[str], here: Sequence[str]) -> float:
    return len(words.intersection(here)) / len(words)


def _may_hold(line: Line, here: Sequence[str], words: frozenset[str], best: float) -> bool:
    """Tells a line of some length with more of a wording's words than the best one, or with hardly any others."""
    if line.end - line.start <= _SHORT:
        return False
    return _share(words, here) > best or (len(here) >= _OPENING and _are_mostly_of(here, words))


def _are_mostly_of(here: Sequence[str], words: frozenset[str]) -> bool:
    return 2 * sum(word in words for word in here) > len(here)


def _begins(text: str, line: Line, opening: str) -> bool:
    if line.end - line.start < len(opening) or text[line.start].casefold() != opening[:1]:
        return False  # which is seen at once
    return " ".join(text[line.start : line.end].casefold().split()).startswith(opening)


def _runs(lines: Sequence[Line], of_wording: Sequence[bool]) -> list[Run]:
    """Returns for each line the first and the last one of its run: of its paragraph's lines that are of a wording."""
    first, last = list(range(len(of_wording))), list(range(len(of_wording)))
    for number in first[1:]:
        if not lines[number].after_blank and of_wording[number - 1]:
            first[number] = first[number - 1]
    for number in reversed(last[:-1]):
        if not lines[number + 1].after_blank and of_wording[number + 1]:
            last[number] = last[number + 1]
    return list(zip(first, last, strict=True))


def find_notice(document: Document) -> Proof | None:
    """Returns a disclaimer that no profile knows: a block at the page's edge that says so in the usual words.

    In the middle of a page the same words may be what somebody is reported to say.
    """
    last = len(document.blocks) - 1
    for number, block in enumerate(document.blocks):
        at_the_edge = block.kind == "boilerplate" or number < _HEAD_BLOCKS or number > last - _FOOT_BLOCKS
        if at_the_edge and _SHORTEST <= block.end - block.start <= _LONGEST:
            words = document.text[block.start : block.end].casefold()
            if any(map(words.__contains__, _tell_tale_words())) and _is_notice(" ".join(words.split())):
                return proof_at(document, block.start, block.end)
    return None


def _is_notice(words: str) -> bool:
    return not any(mark in words for mark in _QUOTING) and any(phrase in words for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    return load_lexicon(Path(__file__).with_name("disclaimer_words.toml"), _Words).phrases


@cache
def _tell_tale_words() -> frozenset[str]:
    """The longest word of each phrase: a block without any of them has none of the phrases, which is seen at once."""
    return frozenset(max(phrase.split(), key=len) for phrase in _phrases())


def _from_opening(document: Document, line: Line, end: int, wording: str) -> Proof | None:
    """Leaves out what stands before the wording's first words on the same line, such as a label."""
    opening = r"\s+".join(map(re.escape, wording.split()[:4]))
    match = re.compile(opening, re.IGNORECASE).search(document.text, line.start, line.end)
    return proof_at(document, match.start() if match else line.start, end)

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
_WORD = re.compile(r"\w+")
_HEAD_BLOCKS, _FOOT_BLOCKS = 4, 5
_SHORTEST, _LONGEST = 30, 3000  # characters
_QUOTING = ("“", "«", '"')


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `disclaimer_words.toml`."""

    phrases: tuple[str, ...]


def find_disclaimer(document: Document, lines: Sequence[Line], profile: Profile) -> Proof | None:
    """Returns the line that shares most words with a wording of the profile, if it shares enough.

    A line that begins as a wording does is one too, however soon it breaks off. Where the wording runs over several
    lines, those are taken together.
    """
    best, proof = _ENOUGH, None
    said = [_words(document.text, line) for line in (lines if profile.disclaimers else ())]
    for wording in profile.disclaimers:
        words = frozenset(_WORD.findall(wording.text.casefold()))
        opening = " ".join(wording.text.split()[:_OPENING]).casefold()
        for number, here in enumerate(said):
            begins = proof is None and _begins(document.text, lines[number], opening)
            if not begins and len(words.intersection(here)) / len(words) <= best and not _are_of(here, words):
                continue
            first, end = _paragraph(document.text, lines, number, words)
            share = len(words.intersection(_found(document.text, first.start, end))) / len(words)
            if share > best or begins:
                best, proof = max(best, share), _from_opening(document, first, end, wording.text)
    return proof


def _found(text: str, start: int, end: int) -> list[str]:
    return _WORD.findall(text[start:end].casefold())


def _are_of(here: Sequence[str], words: frozenset[str]) -> bool:
    """Tells words of which more than half are the wording's; of a few that says nothing."""
    return len(here) >= _OPENING and 2 * sum(word in words for word in here) > len(here)


def _begins(text: str, line: Line, opening: str) -> bool:
    if line.end - line.start < len(opening) or text[line.start].casefold() != opening[:1]:
        return False  # which is seen at once
    return " ".join(text[line.start : line.end].casefold().split()).startswith(opening)


def _paragraph(text: str, lines: Sequence[Line], number: int, words: frozenset[str]) -> tuple[Line, int]:
    """The first line and the end of the paragraph's lines that have more of the wording's words than of others."""
    first, last = number, number
    while first and not lines[first].after_blank and _is_of(text, lines[first - 1], words):
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].after_blank and _is_of(text, lines[last + 1], words):
        last += 1
    return lines[first], lines[last].end


def _is_of(text: str, line: Line, words: frozenset[str]) -> bool:
    here = _found(text, line.start, line.end)
    return 2 * sum(word in words for word in here) > len(here)


def find_notice(document: Document) -> Proof | None:
    """Returns a disclaimer that no profile knows: a block at the page's edge that says so in the usual words.

    In the middle of a page the same words may be what somebody is reported to say.
    """
    last = len(document.blocks) - 1
    for number, block in enumerate(document.blocks):
        at_the_edge = block.kind == "boilerplate" or number < _HEAD_BLOCKS or number > last - _FOOT_BLOCKS
        if at_the_edge and _SHORTEST <= block.end - block.start <= _LONGEST:
            words = document.text[block.start : block.end].casefold()
            if any(word in words for word in _tell_tale_words()) and _is_notice(" ".join(words.split())):
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


def _words(text: str, line: Line) -> list[str]:
    # A line much shorter than a disclaimer cannot share half of its words.
    return _WORD.findall(text[line.start : line.end].casefold()) if line.end - line.start > 40 else []


def _from_opening(document: Document, line: Line, end: int, wording: str) -> Proof | None:
    """Leaves out what stands before the wording's first words on the same line, such as a label."""
    opening = r"\s+".join(map(re.escape, wording.split()[:4]))
    match = re.compile(opening, re.IGNORECASE).search(document.text, line.start, line.end)
    return proof_at(document, match.start() if match else line.start, end)

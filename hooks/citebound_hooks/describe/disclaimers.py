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
_WORD = re.compile(r"\w+")
_HEAD_BLOCKS, _FOOT_BLOCKS = 4, 5
_SHORTEST, _LONGEST = 30, 3000  # characters
_QUOTING = ("“", "«", '"')


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `disclaimer_words.toml`."""

    phrases: tuple[str, ...]


def find_disclaimer(document: Document, lines: Sequence[Line], profile: Profile) -> Proof | None:
    """Returns the line that shares most words with a wording of the profile, if it shares enough."""
    best, proof = _ENOUGH, None
    said = [(line, _words(document.text, line)) for line in (lines if profile.disclaimers else ())]
    for wording in profile.disclaimers:
        words = set(_WORD.findall(wording.text.casefold()))
        for line, here in said:
            share = len(words.intersection(here)) / len(words)
            if share > best:
                best, proof = share, _from_opening(document, line, wording.text)
    return proof


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


def _from_opening(document: Document, line: Line, wording: str) -> Proof | None:
    """Leaves out what stands before the wording's first words on the same line, such as a label."""
    opening = r"\s+".join(map(re.escape, wording.split()[:4]))
    match = re.compile(opening, re.IGNORECASE).search(document.text, line.start, line.end)
    return proof_at(document, match.start() if match else line.start, line.end)

"""Finds the disclaimer where no label names it: by the words that the profile knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Document, Profile
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.proof import Proof, proof_at

# Half of the wording's different words: far above what prose shares with it, far below any edited disclaimer.
_ENOUGH = 0.5
_WORD = re.compile(r"\w+")


def find_disclaimer(document: Document, lines: Sequence[Line], profile: Profile) -> Proof | None:
    """Returns the line that shares most words with a wording of the profile, if it shares enough."""
    best, proof = _ENOUGH, None
    for wording in profile.disclaimers:
        words = set(_WORD.findall(wording.text.casefold()))
        for line in lines:
            share = len(words.intersection(_words(document.text, line))) / len(words)
            if share > best:
                best, proof = share, _from_opening(document, line, wording.text)
    return proof


def _words(text: str, line: Line) -> list[str]:
    # A line much shorter than a disclaimer cannot share half of its words.
    return _WORD.findall(text[line.start : line.end].casefold()) if line.end - line.start > 40 else []


def _from_opening(document: Document, line: Line, wording: str) -> Proof | None:
    """Leaves out what stands before the wording's first words on the same line, such as a label."""
    opening = r"\s+".join(map(re.escape, wording.split()[:4]))
    match = re.compile(opening, re.IGNORECASE).search(document.text, line.start, line.end)
    return proof_at(document, match.start() if match else line.start, line.end)

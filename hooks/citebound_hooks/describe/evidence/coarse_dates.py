"""A year or a month in figures, behind a word that says what it is: "Publication year: 2011", "Datum: 2016-05"."""

from __future__ import annotations

import re
from typing import NamedTuple

from citebound.dates import DateParts
from citebound_hooks.describe.evidence.words import is_date_word
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at

_YEAR_OR_MONTH = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?")
_LABEL = 40
_STATED = 2.0


class CoarseDate(NamedTuple):
    """A year or a month that a label gives as that of publication, and how much it counts."""

    proof: Proof
    parts: DateParts
    weight: float


def coarse_date(page: Page, at: int) -> CoarseDate | None:
    """Returns the year or month that is all of a line but its label, or all of it below a label."""
    line = page.lines[at]
    if line.end - line.start > _LABEL * 2:
        return None
    words = page.text[line.start : line.end]
    begin = max(words.rfind(":"), words.rfind("\t")) + 1
    above = page.lines[max(at - 1, 0)]
    label = words[:begin] if begin else page.text[above.start : above.end]
    proof = proof_at(page.document, line.start + begin, line.end)
    match = _YEAR_OR_MONTH.fullmatch(proof.raw) if proof else None
    if proof is None or match is None or not any(is_date_word(kind, label) for kind in _kinds(match)):
        return None
    return CoarseDate(proof, DateParts(int(match[1]), int(match[2]) if match[2] else None), _STATED)


def _kinds(match: re.Match[str]) -> tuple[str, ...]:
    """Returns what the label may be: "date" before a year says too little."""
    return ("published", "alone") if match[2] else ("published", "years")

"""A date beside the title from which no day can be told: 03/04/2017, 31 February 2018.

The record keeps its words without an ISO form: the page does say when it appeared, and a rule can say what is wrong.
"""

from __future__ import annotations

import re

from citebound.dates import parse_date
from citebound.model import Field
from citebound_hooks.describe.evidence.places import distances
from citebound_hooks.describe.evidence.words import is_before_date
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 5, 8
_LONGEST = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SEPARATOR = re.compile(r"\s[|•·–—-]\s|:\s|\t|,\s(?=\d)|\s(?=\d)")


def untold_date(page: Page, title: Field[str] | None) -> Proof | None:
    """Returns the words of the nearest line that is such a date, or ends in one behind "published" or a name."""
    beside = distances(page, title, _LINES_BEFORE, _LINES_AFTER) if title else {}
    for number in sorted(beside, key=lambda number: (abs(beside[number]), -beside[number])):
        line = page.lines[number]
        if line.end - line.start <= _LONGEST and _YEAR.search(page.text, line.start, line.end):
            proof = _untold_at_end(page, line.start, line.end)
            if proof is not None:
                return proof
    return None


def _untold_at_end(page: Page, start: int, end: int) -> Proof | None:
    places = [start, *(cut.end() for cut in _SEPARATOR.finditer(page.text, start, end))]
    for begin in reversed(places):  # the fewest words that are such a date
        proof = proof_at(page.document, begin, end)
        date = parse_date(proof.raw, day_first=page.day_first) if proof else None
        before = page.text[start:begin]
        if (
            date
            and date.iso is None
            and not any(is_before_date(kind, before) for kind in ("other", "updated"))
        ):
            return proof
    return None

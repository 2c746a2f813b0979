"""The bylines of a page: "By Jane Doe and John Roe", beside the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.dates import find_dates
from citebound.model import Field

from citebound_hooks.describe.evidence.places import beside_title
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import byline_start, name_words
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 3, 10
_LONGEST = 160
_NAME = re.compile(r"[^\W\d_][\w.'’\-]{0,30}(?:\s{1,2}[^\W\d_][\w.'’\-]{0,30}){0,5}")
_PARTICLES = frozenset("al ag ben bin da de dei del della der di do dos du el ibn la le ten ter und van vom von y zu zum zur".split())
_CUT = re.compile(r"\s*[|•·–—/]\s|\s{2,}|\s-\s|\t|,\s(?=\d)|\(")


def bylines(page: Page, title: Field[str] | None) -> Iterator[Proof]:
    """Yields the names of each byline beside the title, without the word before them."""
    for line in beside_title(page, title, _LINES_BEFORE, _LINES_AFTER):
        if line.end - line.start > _LONGEST:
            continue
        opening = byline_start().match(page.text, line.start, line.end)
        if opening is None:
            continue
        proof = proof_at(page.document, opening.end(), _end_of_names(page, line, opening.end()))
        if proof is not None and _are_names(proof.value):
            yield proof


def _end_of_names(page: Page, line: Line, start: int) -> int:
    """Where the names end: at a date, or at a mark that parts them from what follows."""
    date = next(find_dates(page.text, start, line.end, day_first=page.day_first), None)
    cut = _CUT.search(page.text, start, line.end)
    return min(line.end, date.start if date else line.end, cut.start() if cut else line.end)


def _are_names(words: str) -> bool:
    """Tells names from other words behind "by": every word but particles and conjunctions has a capital."""
    allowed = _PARTICLES | set(name_words().conjunctions)
    parts = re.findall(r"[\w.'’\-]+", words)
    return 1 < len(parts) <= 14 and all(part[0].isupper() or part.casefold() in allowed for part in parts)

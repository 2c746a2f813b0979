"""The bylines of a page: "By Jane Doe and John Roe", beside the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.dates import find_dates
from citebound.model import Field
from citebound_hooks.describe.evidence.places import beside_title
from citebound_hooks.describe.evidence.words import no_name_words
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import byline_start, name_words
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 3, 10
_LONGEST = 160
_NAME = re.compile(r"[^\W\d_][\w.'’\-]{0,30}(?:\s{1,2}[^\W\d_][\w.'’\-]{0,30}){0,5}")
_CUT = re.compile(r"\s*[|•·–—/]\s|\s{2,}|\s-\s|\t|,\s(?=\d)|\(")


def bylines(page: Page, title: Field[str] | None) -> Iterator[Proof]:
    """Yields the names of each byline beside the title, without the word before them."""
    for line in beside_title(page, title, _LINES_BEFORE, _LINES_AFTER):
        if line.end - line.start > _LONGEST:
            continue
        opening = byline_start().match(page.text, line.start, line.end)
        places = (
            [(opening.end(), _end_of_names(page, line, opening.end()))]
            if opening
            else _beside_date(page, line)
        )
        for place in places:
            proof = proof_at(page.document, *place)
            if proof is not None and are_names(proof.value):
                yield proof


def _beside_date(page: Page, line: Line) -> Iterator[tuple[int, int]]:
    """Yields what else stands on a line with a date: "3 May 2019 - Jane Doe"."""
    dates = [
        date
        for date in find_dates(page.text, line.start, line.end, day_first=page.day_first)
        if date.parts.day
    ]
    if len(dates) == 1:
        yield _bare(page.text, line.start, dates[0].start)
        yield _bare(page.text, dates[0].end, line.end)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalpha():
        start += 1
    while end > start and not (text[end - 1].isalpha() or text[end - 1] == "."):
        end -= 1
    return start, end


def _end_of_names(page: Page, line: Line, start: int) -> int:
    """Where the names end: at a date, or at a mark that parts them from what follows."""
    date = next(find_dates(page.text, start, line.end, day_first=page.day_first), None)
    cut = _CUT.search(page.text, start, line.end)
    return min(line.end, date.start if date else line.end, cut.start() if cut else line.end)


def are_names(words: str, *, alone: bool = False) -> bool:
    """Tells names from other words: every word but particles and conjunctions has a capital.

    Args:
        words: The words behind "by".
        alone: Whether a single word, such as a pseudonym, may be a name.
    """
    allowed = name_words().particles.union(name_words().conjunctions)
    parts = re.findall(r"[\w.'’\-]+", words)
    if any(part.casefold() in no_name_words() for part in parts):
        return False
    return (1 if alone else 2) <= len(parts) <= 14 and all(
        part[0].isupper() or part.casefold() in allowed for part in parts
    )

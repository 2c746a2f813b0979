"""The bylines of a page: "By Jane Doe and John Roe" beside the title, "Text: Jane Doe" anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.dates import find_dates
from citebound.model import Field
from citebound_hooks.describe.evidence.places import distances, is_boilerplate
from citebound_hooks.describe.evidence.words import no_name_words
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import byline_start, credit_start, name_words
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 3, 12
_LONGEST, _LONGEST_CREDIT, _LONGEST_LABEL = 160, 80, 25
_BYLINE, _CREDIT = 1.5, 1.0
_CUT = re.compile(
    r"\s{0,9}[|•·–—/»]|\s{2,}|\s-\s|\t|,\s(?=\d)|\(|\s(?:under|in|on|at|am|um|le|el|à|dans|unter)\s"
)
_SEPARATOR = re.compile(r"(?:[|•·–—]|\s-|,)\s{1,3}")


def bylines(page: Page, title: Field[str] | None) -> Iterator[tuple[Proof, float]]:
    """Yields the names of each byline, without the word before them, and how much it counts."""
    beside = distances(page, title, _LINES_BEFORE, _LINES_AFTER)
    for number, line in enumerate(page.lines):
        weight = _weight(page, line, beside=number in beside)
        places = _names_on(page, line) if weight else ()
        for start, end, alone in places:
            proof = proof_at(page.document, start, end)
            if proof is not None and are_names(proof.value, alone=alone):
                yield proof, weight


def _weight(page: Page, line: Line, *, beside: bool) -> float:
    """Returns what names on a line count; behind "Author:" they may be those of a book."""
    length = line.end - line.start
    labelled = ":" in page.text[line.start : line.start + _LONGEST_LABEL]
    if labelled and length <= _LONGEST_CREDIT and credit_start().match(page.text, line.start, line.end):
        return 0.0 if is_boilerplate(page, line) else _CREDIT
    return _BYLINE if beside and length <= _LONGEST else 0.0


def _names_on(page: Page, line: Line) -> Iterator[tuple[int, int, bool]]:
    """Yields where names may stand on a line, and whether one word is enough for a name there."""
    opened = False
    for begin in (line.start, *(cut.end() for cut in _SEPARATOR.finditer(page.text, line.start, line.end))):
        opening = byline_start().match(page.text, begin, line.end)
        if opening is not None and (
            begin == line.start or page.text[begin - 2] != "," or _has_date(page, line)
        ):
            opened = True
            alone = " " in opening.group().strip() or ":" in opening.group()
            yield opening.end(), end_of_names(page, line.end, opening.end()), alone
    if not opened:
        yield from ((start, end, False) for start, end in _beside_date(page, line))


def _has_date(page: Page, line: Line) -> bool:
    return any(date.parts.day for date in find_dates(page.text, line.start, line.end))


def _beside_date(page: Page, line: Line) -> Iterator[tuple[int, int]]:
    """Yields what else stands on a line with a date: "3 May 2019 - Jane Doe"."""
    dates = [
        date
        for date in find_dates(page.text, line.start, line.end, day_first=page.day_first)
        if date.parts.day or date.form == "numeric"
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


def end_of_names(page: Page, line_end: int, start: int) -> int:
    """Returns where names end that begin at `start`: at a date, or at what parts them from the rest."""
    date = next(find_dates(page.text, start, line_end, day_first=page.day_first), None)
    cut = _CUT.search(page.text, start, line_end)
    return min(line_end, date.start if date else line_end, cut.start() if cut else line_end)


def are_names(words: str, *, alone: bool = False) -> bool:
    """Tells names from other words: every word but particles and conjunctions has a capital.

    Args:
        words: The words behind "by".
        alone: Whether a single word, such as a pseudonym, may be a name.
    """
    parts = re.findall(r"[\w.'’\-]+", words)
    if any(part.casefold() in no_name_words() for part in parts):
        return False
    if len(parts) == 1:
        return alone and len(words) > 2 and not words.isdigit()
    allowed = name_words().particles.union(name_words().conjunctions)
    return 2 <= len(parts) <= 14 and all(part[0].isupper() or part.casefold() in allowed for part in parts)

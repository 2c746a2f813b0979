"""The bylines of a page: "By Jane Doe and John Roe" beside the title, "Text: Jane Doe" anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citebound.dates import find_dates
from citebound.model import Field
from citebound_hooks.describe.evidence.places import distances, is_boilerplate
from citebound_hooks.describe.evidence.words import no_name_words
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import byline_start, credit_start, is_organisation, name_words
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 3, 12
_LONGEST, _LONGEST_CREDIT, _LONGEST_LABEL = 160, 80, 25
_BYLINE, _CREDIT = 1.5, 1.0
_CUT = re.compile(
    r"\s{0,9}[|•·–—/»]|\s{2,}|\s-\s|\t|,\s(?=\d)|\(|\s(?:under|in|on|at|am|um|le|el|à|dans|unter)\s"
)
_MOST_COMMAS = 6
_SEPARATOR = re.compile(r"(?:[|•·–—]|\s-|,)\s{1,3}")


class Byline(NamedTuple):
    """Names that a line of the text gives.

    Attributes:
        proof: The names, without the word before them.
        weight: How much they count.
        outright: Whether "by" stands before them; "Author:" may be that of a book, and a date beside them is little.
    """

    proof: Proof
    weight: float
    outright: bool


def bylines(page: Page, title: Field[str] | None) -> Iterator[Byline]:
    """Yields the names of each byline."""
    beside = distances(page, title, _LINES_BEFORE, _LINES_AFTER)
    for number, line in enumerate(page.lines):
        weight = _weight(page, line, beside=number in beside)
        if not weight:
            continue
        if opened := _opened(page, line):
            yield from (Byline(proof, weight, not _is_labelled(page, line, proof)) for proof in opened)
        else:
            yield from (Byline(proof, weight, False) for proof in _beside_date(page, line))


def _is_labelled(page: Page, line: Line, names: Proof) -> bool:
    return names.span is not None and ":" in page.text[line.start : names.span.start]


def _opened(page: Page, line: Line) -> list[Proof]:
    """Returns the names behind each "by" of a line."""
    found = (_longest_names(page, start, end, alone=alone) for start, end, alone in _names_on(page, line))
    return [proof for proof in found if proof is not None]


def _longest_names(page: Page, start: int, end: int, *, alone: bool) -> Proof | None:
    """Returns the names at a place; an organisation or a function may follow behind a comma."""
    commas = [start + comma.start() for comma in re.finditer(r",\s", page.text[start:end])]
    for stop in (end, *reversed(commas[:_MOST_COMMAS])):
        proof = proof_at(page.document, start, stop)
        if proof is not None and are_names(proof.value, alone=alone) and not _mixed(proof.value):
            return proof
    return None


def _mixed(words: str) -> bool:
    """Tells a person's name with an organisation's behind it."""
    first, *others = words.split(",")
    return any(map(is_organisation, others)) and not is_organisation(first)


def _weight(page: Page, line: Line, *, beside: bool) -> float:
    """Returns what names on a line count; behind "Author:" they may be those of a book."""
    length = line.end - line.start
    labelled = ":" in page.text[line.start : line.start + _LONGEST_LABEL]
    if labelled and length <= _LONGEST_CREDIT and credit_start().match(page.text, line.start, line.end):
        return 0.0 if is_boilerplate(page, line) else _CREDIT
    return _BYLINE if beside and length <= _LONGEST else 0.0


def _names_on(page: Page, line: Line) -> Iterator[tuple[int, int, bool]]:
    """Yields where names may stand on a line, and whether one word is enough for a name there."""
    for begin in (line.start, *(cut.end() for cut in _SEPARATOR.finditer(page.text, line.start, line.end))):
        opening = byline_start().match(page.text, begin, line.end)
        if opening is not None and (
            begin == line.start or page.text[begin - 2] != "," or _has_date(page, line)
        ):
            alone = " " in opening.group().strip() or ":" in opening.group()
            yield opening.end(), end_of_names(page, line.end, opening.end()), alone


def _has_date(page: Page, line: Line) -> bool:
    return any(date.parts.day for date in find_dates(page.text, line.start, line.end))


def _beside_date(page: Page, line: Line) -> Iterator[Proof]:
    """Yields the person's name that stands on a line with a date: "3 May 2019 - Jane Doe"."""
    dates = [
        date
        for date in find_dates(page.text, line.start, line.end, day_first=page.day_first)
        if date.parts.day or date.form == "numeric"
    ]
    if len(dates) != 1:
        return
    places = [_bare(page.text, dates[0].end, line.end)]
    if not page.text[line.start : dates[0].start].rstrip().endswith(","):  # "Geneva, 3 May 2019"
        places.insert(0, _bare(page.text, line.start, dates[0].start))
    for place in places:
        proof = proof_at(page.document, *place)
        if proof is not None and are_names(proof.value) and not is_organisation(proof.value):
            yield proof


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

"""The bylines of a page: "By Jane Doe and John Roe" beside the title, "Text: Jane Doe" anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citebound.calendar.names import weekday_names
from citebound.dates import find_dates
from citebound.model import Field
from citebound_hooks.describe.evidence.name_forms import are_names, is_function
from citebound_hooks.describe.evidence.names_beside_dates import may_be_place, names_beside_date
from citebound_hooks.describe.evidence.places import distances, is_boilerplate, is_item, right_below
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import byline_start, credit_start, is_organisation, name_words
from citebound_hooks.describe.page import Page, colon_lines
from citebound_hooks.describe.persons import are_persons, is_person
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 3, 12
# Between title and text a "By" counts, though the reader took its line for the frame of the page.
_LINES_IN_FRAME = 16
_LONGEST, _LONGEST_CREDIT, _LONGEST_LABEL = 160, 80, 25
_BYLINE, _CREDIT, _PERHAPS = 1.5, 1.0, 0.6
_CUT = re.compile(
    r"\s{0,9}[|•·–—/»]|\s{2,}|\s-\s|\t|,\s(?=\d)|\(|\s(?:under|in|on|at|am|um|le|el|à|dans|unter)\s"
    r"|,?\s(?=[^\W\d_]{3,20}:)"  # "Fotos:"
    r"|(?<=[^\W\d_A-Z]{3})(?<!Prof)(?<!Dipl)\.\s"  # the sentence ends
    r"|\s(?=(?:Published|Posted|Updated|Publié|Publicado|Veröffentlicht)\b)"
)
_MOST_COMMAS = 6
_MOST_WORDS = 4
_MOST_LISTED = 16
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
    near_lines = beside.keys() | set(right_below(page, title, _LINES_IN_FRAME))
    for number in sorted(near_lines.union(colon_lines(page, _LONGEST_LABEL))):
        line, near = page.lines[number], number in near_lines
        weight = _weight(page, line, beside=near)
        if not weight:
            continue
        if near and _is_by_alone(page, line):
            yield from (Byline(proof, weight, True) for proof in _on_next_lines(page, number + 1))
        elif opened := _opened(page, line):
            yield from (Byline(proof, weight, not _is_labelled(page, line, proof)) for proof in opened)
        elif number in beside:
            for proof in names_beside_date(page, line):  # it may be a place
                yield Byline(proof, _PERHAPS if may_be_place(page, line, proof) else weight, False)


def _is_by_alone(page: Page, line: Line) -> bool:
    """Tells a line that is nothing but "By", with the names on the next one."""
    return page.text[line.start : line.end].rstrip(" :").casefold() in name_words().by


def _on_next_lines(page: Page, first: int) -> Iterator[Proof]:
    """Yields the names on a line, and those of persons on the next ones, each perhaps with a function below it."""
    lines = page.lines[first : first + _MOST_LISTED]
    functions = [is_function(page.text[line.start : line.end]) for line in lines]
    for number, line in enumerate(lines):
        if number and functions[number]:
            continue
        proof = _longest_names(page, line.start, end_of_names(page, line.end, line.start), alone=False)
        if proof is None or not (not number or are_persons(proof.value) or any(functions[number + 1 :][:1])):
            return
        yield proof


def _is_labelled(page: Page, line: Line, names: Proof) -> bool:
    return names.span is not None and ":" in page.text[line.start : names.span.start]


def _opened(page: Page, line: Line) -> list[Proof]:
    """Returns the names behind each "by" of a line."""
    found = []
    for start, end, alone in _names_on(page, line):
        proof = _longest_names(page, start, end, alone=alone)
        if proof is not None and proof.span is not None:
            found += [proof, *_further_names(page, proof.span.end, end)]
    return found


def _further_names(page: Page, start: int, end: int) -> Iterator[Proof]:
    """Yields the persons named behind somebody's function: "Jane Doe, Senior Fellow, and John Roe, Director"."""
    for chunk in re.finditer(r"[^,]+", page.text[start:end]):
        joined = name_words().conjunctions
        words = chunk.group().split(maxsplit=1)
        begin = (
            chunk.end() - len(words[1].rstrip()) if len(words) > 1 and words[0] in joined else chunk.start()
        )
        proof = proof_at(page.document, start + begin, start + chunk.end())
        if proof is None or not 1 < len(proof.value.split()) <= _MOST_WORDS or _is_no_person(proof.value):
            continue
        if begin > chunk.start() or is_person(proof.value):
            yield proof


def _is_no_person(words: str) -> bool:
    return not are_names(words) or is_function(words) or is_organisation(words)


def _longest_names(page: Page, start: int, end: int, *, alone: bool) -> Proof | None:
    """Returns the names at a place; an organisation or a function may follow behind a comma."""
    commas = [start + comma.start() for comma in re.finditer(r",\s", page.text[start:end])]
    for stop in (end, *reversed(commas[:_MOST_COMMAS])):
        proof = proof_at(page.document, start, stop)
        if proof and are_names(proof.value, alone=alone, caseless=True) and not _mixed(proof.value):
            return proof
    return None


def _mixed(words: str) -> bool:
    """Tells a person's name with an organisation, a function or a place behind it: "Jane Doe, Lomas"."""
    first, *others = words.split(",")
    if " " in first and any(map(_is_place, others)):
        return True
    return any(is_organisation(each) or is_function(each) for each in others) and not is_organisation(first)


def _is_place(words: str) -> bool:
    """Tells one word that is no suffix, and no agency in capitals."""
    word = words.strip()
    return " " not in word and not word.isupper() and word.casefold() not in name_words().suffixes


def _weight(page: Page, line: Line, *, beside: bool) -> float:
    """Returns what names on a line count; behind "Author:" they may be those of a book."""
    length = line.end - line.start
    labelled = ":" in page.text[line.start : line.start + _LONGEST_LABEL]
    if labelled and length <= _LONGEST_CREDIT and credit_start().match(page.text, line.start, line.end):
        return 0.0 if is_boilerplate(page, line) else _CREDIT
    return _BYLINE if beside and length <= _LONGEST else 0.0


def _names_on(page: Page, line: Line) -> Iterator[tuple[int, int, bool]]:
    """Yields where names may stand on a line, and whether one word is enough for a name there."""
    for begin in (line.start, *_inner_beginnings(page, line)):
        opening = byline_start().match(page.text, begin, line.end)
        if opening is not None and (
            begin == line.start or page.text[begin - 2] != "," or _has_date(page, line)
        ):
            alone = " " in opening.group().strip() or ":" in opening.group()
            yield opening.end(), end_of_names(page, line.end, opening.end()), alone


def _inner_beginnings(page: Page, line: Line) -> Iterator[int]:
    """Yields where a byline may begin within a line; an item of a list that is more than one tells of another page."""
    if not is_item(page, line):
        yield from (cut.end() for cut in _SEPARATOR.finditer(page.text, line.start, line.end))
        yield from _behind_days(page, line)


def _behind_days(page: Page, line: Line) -> Iterator[int]:
    """Yields where the words behind a day begin: "3 May 2019 by Jane Doe"."""
    for date in find_dates(page.text, line.start, line.end) if line.end - line.start <= _LONGEST else ():
        if date.parts.day and page.text[date.end : date.end + 1] == " ":
            yield date.end + 1


def _has_date(page: Page, line: Line) -> bool:
    return any(date.parts.day for date in find_dates(page.text, line.start, line.end))


def end_of_names(page: Page, line_end: int, start: int) -> int:
    """Returns where names end that begin at `start`: at a date, or at what parts them from the rest."""
    date = next(find_dates(page.text, start, line_end, day_first=page.day_first), None)
    cut = _CUT.search(page.text, start, line_end)
    day = _before_weekday(page.text, start, date.start) if date else line_end
    return min(line_end, day, cut.start() if cut else line_end)


def _before_weekday(text: str, start: int, date: int) -> int:
    """Returns where a date begins with its weekday: "Jane Doe Tuesday, 12 March 2019"."""
    words = text[start:date].rstrip(" ,.").rsplit(None, 1)
    weekday = len(words) == 2 and len(words[1]) > 2 and words[1].casefold() in weekday_names()
    return start + len(words[0]) if weekday else date

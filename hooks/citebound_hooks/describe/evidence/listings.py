"""Lists of other pages: an archive, a column of recent posts. Dates and names of their entries are not the page's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec

from citebound.dates import find_dates
from citebound.model import Block, Field
from citebound_hooks.describe.evidence.places import headings_of, title_lines
from citebound_hooks.describe.page import Page
from citebound_hooks.language.lexicon import load_lexicon

_FEWEST = 3
_LINES = 3
_LONGEST_STAMP = 80  # characters of the line on which an entry's date stands
_LONGEST_ENTRY = 2_000  # characters
_LONGEST_HEADING = 60
_MOST_LINES = 40  # below a heading that names other pages
# Sought as words: that is many times faster than a pattern for digits.
_CENTURIES = ("19", "20", "18", "١٩", "٢٠")


class Listings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `listings.toml`."""

    headings: frozenset[str]
    beginnings: tuple[str, ...]


@lru_cache(maxsize=2)
def year_lines(page: Page) -> tuple[int, ...]:
    """Returns the numbers of the lines on which a year may stand: every whole date of a page has one."""
    return tuple(sorted({page.line_at(place) for place in _year_places(page.text)}))


@lru_cache(maxsize=2)
def entry_lines(page: Page, title: Field[str] | None) -> frozenset[int]:
    """Returns the numbers of the lines of entries: below one of several headings that have a date of their own.

    The title is no such heading; an entry counts with its first few lines, and the next one follows soon.
    """
    titles = set(title_lines(page, title))
    blocks = headings_of(page)
    headings = [(page.line_at(block.start), block) for block in blocks] if len(blocks) >= _FEWEST else []
    headings = [each for each in headings if each[0] not in titles]
    found: set[int] = set()
    for run in _runs(list(_dated(page, headings))):
        if len(run) >= _FEWEST:
            found |= {number for at, _ in run for number in range(at, at + _LINES + 1)}
    return frozenset(found)


@lru_cache(maxsize=2)
def lines_of_other_pages(page: Page, title: Field[str] | None) -> frozenset[int]:
    """Returns the numbers of the lines of entries, and of those below a heading such as "Recent posts"."""
    headings = headings_of(page)
    found: set[int] = set()
    titles = title_lines(page, title)
    for place, heading in enumerate(headings):
        if _names_others(page.text[heading.start : heading.end]):
            first = page.line_at(heading.start)
            level = heading.level or 0
            same = (each.start for each in headings[place + 1 :] if (each.level or 0) <= level)
            following = next(same, None)
            end = page.line_at(following) if following is not None else len(page.lines)
            found |= set(range(first, min([end, first + _MOST_LINES, *(at for at in titles if at >= first)])))
    return entry_lines(page, title) | found


def _names_others(heading: str) -> bool:
    if len(heading) > _LONGEST_HEADING:
        return False
    folded = heading.casefold().strip(" :.…»>→\n")
    return folded in _words().headings or folded.startswith(_words().beginnings)


@cache
def _words() -> Listings:
    return load_lexicon(Path(__file__).with_name("listings.toml"), Listings)


def _dated(page: Page, headings: Sequence[tuple[int, Block]]) -> Iterator[tuple[int, Block]]:
    """Yields the headings below which a line with a date stands, each once."""
    numbers = [number for number, _ in headings]
    last = -1
    for number in year_lines(page) if len(headings) >= _FEWEST else ():
        at = bisect_right(numbers, number) - 1
        if at > last and 0 < number - numbers[at] <= _LINES and _is_stamp(page, number):
            yield headings[at]
            last = at


def _is_stamp(page: Page, number: int) -> bool:
    line = page.lines[number]
    return line.end - line.start <= _LONGEST_STAMP and any(
        date.parts.month for date in find_dates(page.text, line.start, line.end)
    )


def _runs(entries: Sequence[tuple[int, Block]]) -> Iterator[list[tuple[int, Block]]]:
    """Yields the entries that follow each other on one level."""
    run = list(entries[:1])
    for (_, before), entry in pairwise(entries):
        if entry[1].level != before.level or entry[1].start - before.start > _LONGEST_ENTRY:
            yield run
            run = []
        run.append(entry)
    yield run


def _year_places(text: str) -> Iterator[int]:
    for century in _CENTURIES:
        place = text.find(century)
        while place >= 0:
            if text[place + 2 : place + 4].isdigit():
                yield place
            place = text.find(century, place + 1)

"""The dates that a page shows beside its title, or behind a word such as "published"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citebound.dates import DateParts, Printed, find_dates
from citebound.model import Field
from citebound_hooks.describe.evidence.places import distances, title_lines
from citebound_hooks.describe.evidence.words import is_before_date
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 5, 12
_CLOSE = 4
_BESIDE_TITLE, _PUBLISHED, _AS_OF = 3.6, 1.4, 2.0
_LESS_A_LINE_AFTER, _LESS_A_LINE_BEFORE = 0.25, 1.0
_LABEL = 40
_LONGEST = 130
# Sought as words: that is many times faster than a pattern for digits.
_CENTURIES = ("19", "20", "18", "١٩", "٢٠")
# In a line of prose a date belongs to what is told; beside the title it stands among few other words.
_MOST_LETTERS = 70
_MOST_BESIDE_MONTH = 30
_DATELINE = 60
_IN_TITLE, _PARTS_OF_TITLE = 1.2, ("|", "–", "—", " -", "·")
_WORDS_OF_PROSE = 4
_SENTENCE_END = (".", "?", "!", "|", "·", "•")
# The agency may stand between: "3 May 2019 (Coast Wire) –".
_AFTER_DATELINE = re.compile(r"\)|\s{0,2}[-–—:]|\s{0,2}\([^()\n]{1,40}\)\s{0,2}(?:[-–—:]|\.)")
_WEEKDAY = re.compile(r"[^\W\d_]{3,12},?\s{0,3}$")


class ShownDate(NamedTuple):
    """A date of the text that may be the page's own.

    Attributes:
        proof: Where it stands.
        parts: Its day.
        weight: How much it counts as the day of publication; 0 if it only tells a change.
        updated: Whether the page says that it is the day of a change.
    """

    proof: Proof
    parts: DateParts
    weight: float
    updated: bool


def shown_dates(page: Page, title: Field[str] | None) -> Iterator[ShownDate]:
    """Yields the dates that stand beside the title, or behind a word that says what they are."""
    beside = distances(page, title, _LINES_BEFORE, _LINES_AFTER) if title else {0: 1}
    day_first = page.day_first
    titles = () if page.document.media_type in WEB else title_lines(page, title)
    for at in sorted({page.line_at(place) for place in _year_places(page.text)}):
        line = page.lines[at]
        if at not in beside and (line.end - line.start > _LONGEST or _is_prose(page.text, line)):
            continue
        dates = list(find_dates(page.text, line.start, line.end, day_first=day_first))
        distance = beside.get(at) if len(dates) == 1 else None  # several dates are those of a story
        for printed in dates:
            before = _words_before(page, at, printed)
            updated = is_before_date("updated", before)
            weight = _weight(page.text, line, printed, distance, before, updated=updated)
            if at in titles and before.rstrip().endswith(_PARTS_OF_TITLE):
                weight = _IN_TITLE
            proof = proof_at(page.document, printed.start, printed.end)
            whole = printed.parts.precision == "day" or (
                printed.parts.precision == "month"
                and line.end - line.start - (printed.end - printed.start) <= _MOST_BESIDE_MONTH
            )
            if (weight or updated) and proof and whole and printed.until is None:
                yield ShownDate(proof, printed.parts, weight, updated)


def _year_places(text: str) -> Iterator[int]:
    """Yields where a year may stand: every whole date of a page has one."""
    for century in _CENTURIES:
        place = text.find(century)
        while place >= 0:
            if text[place + 2 : place + 4].isdigit():
                yield place
            place = text.find(century, place + 1)


def _words_before(page: Page, at: int, printed: Printed) -> str:
    """Returns the words before a date; of the line above, where the date begins its line."""
    line = page.lines[at]
    words = page.text[max(line.start, printed.start - 80) : printed.start]
    if words.strip() or not at:
        return words
    above = page.lines[at - 1]
    return page.text[above.start : above.end] if above.end - above.start <= _LABEL else ""


def _weight(
    text: str, line: Line, printed: Printed, distance: int | None, before: str, *, updated: bool
) -> float:
    if is_before_date("other", before):
        return 0.0
    if updated or is_before_date("as_of", before):
        return _AS_OF if distance is not None and 0 < distance <= _CLOSE else 0.0
    few = line.end - line.start - (printed.end - printed.start) <= _MOST_LETTERS and not _is_prose(text, line)
    published = _PUBLISHED if few and is_before_date("published", before) else 0.0
    if distance is None or not (few or _is_dateline(text, line, printed)):
        return published
    less = _LESS_A_LINE_AFTER * max(0, distance - _CLOSE) + _LESS_A_LINE_BEFORE * max(0, -distance - 1)
    return published + max(0.0, _BESIDE_TITLE - less)


def _is_prose(text: str, line: Line) -> bool:
    """Tells a sentence from a line of names, places and numbers."""
    words = text[line.start : line.end].split()
    return text[line.end - 1] in ".?!" and sum(word[0].islower() for word in words) >= _WORDS_OF_PROSE


def _is_dateline(text: str, line: Line, printed: Printed) -> bool:
    """Tells whether a date opens a paragraph ("ABEOKUTA, 3 May 2019 –") or closes one as a stamp."""
    following = _AFTER_DATELINE.match(text, printed.end, line.end)
    if following and printed.end - line.start <= _DATELINE:
        opened = text[line.start] == "(" or not following.group().startswith(")")
        return opened and (printed.start == line.start or not following.group().endswith("."))
    words = _WEEKDAY.sub("", text[max(line.start, printed.start - 40) : printed.start])
    return line.end - printed.end <= 1 and words.rstrip().endswith(_SENTENCE_END)

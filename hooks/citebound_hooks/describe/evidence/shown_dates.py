"""The dates that a page shows beside its title, or behind a word such as "published"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from citebound.dates import DateParts, Printed, find_dates
from citebound.model import Field
from citebound_hooks.describe.evidence.coarse_dates import coarse_date
from citebound_hooks.describe.evidence.datelines import is_dateline, opens_dateline
from citebound_hooks.describe.evidence.listings import entry_lines, lines_of_other_pages, year_lines
from citebound_hooks.describe.evidence.places import (
    distances,
    is_boilerplate,
    is_caption,
    right_below,
    title_lines,
)
from citebound_hooks.describe.evidence.told_dates import closes_sentence, is_other_row, is_told
from citebound_hooks.describe.evidence.words import (
    date_words,
    is_before_date,
    is_date_word,
    may_label_date,
    tells_of_page,
)
from citebound_hooks.describe.lines import Line, is_prose
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, proof_at

_LINES_BEFORE, _LINES_AFTER = 5, 12
_CLOSE = 4
# So near the title a date counts, though the reader took its line for the frame of the page.
_LINES_IN_FRAME = 4
_BESIDE_TITLE, _PUBLISHED, _AS_OF = 3.6, 1.4, 2.0
_LESS_A_LINE_AFTER, _LESS_A_LINE_BEFORE = 0.25, 1.0
_LABEL = 40
_LONGEST = 130
# In a line of prose a date belongs to what is told; beside the title it stands among few other words.
_MOST_LETTERS = 70
_MOST_BESIDE_MONTH = 30
_IN_TITLE, _PARTS_OF_TITLE = 1.2, ("|", "–", "—", " -", "·")
_MOST_DAYS = 3


class ShownDate(NamedTuple):
    """A date of the text that may be the page's own.

    Attributes:
        proof: Where it stands.
        parts: Its day.
        weight: How much it counts as the day of publication; 0 if it only tells a change.
        updated: Whether the page says that it is the day of a change.
        labelled: Whether the page says outright what it is.
    """

    proof: Proof
    parts: DateParts
    weight: float
    updated: bool
    labelled: bool


def shown_dates(page: Page, title: Field[str] | None) -> list[ShownDate]:
    """Returns the dates that stand beside the title, or behind a word that says what they are."""
    found = list(_shown(page, title))
    unlabelled = {each.parts for each in found if not each.labelled}
    if len(unlabelled) < _MOST_DAYS and not (unlabelled and _announces(page, title)):
        return found
    return [
        each for each in found if each.labelled or not each.weight
    ]  # a list of other pages, a day to come


def _announces(page: Page, title: Field[str] | None) -> bool:
    """Tells a page that invites to something: "Tickets from £12" beside its title."""
    if page.document.media_type not in WEB or title is None:
        return False
    lines = (page.lines[number] for number in distances(page, title, _LINES_BEFORE, _LINES_AFTER))
    words = (page.text[line.start : line.start + _LABEL].casefold() for line in lines)
    return any(each.startswith(date_words().announcing) for each in words)


def _shown(page: Page, title: Field[str] | None) -> Iterator[ShownDate]:
    beside = _beside(page, title) if title else {0: 1}
    titles = () if page.document.media_type in WEB else title_lines(page, title)
    others = lines_of_other_pages(page, title)
    for at in year_lines(page):
        if at not in others and (at in beside or at in titles or _may_be_labelled(page, at)):
            yield from _on_line(page, at, beside.get(at), in_title=at in titles)


def _on_line(page: Page, at: int, distance: int | None, *, in_title: bool) -> Iterator[ShownDate]:
    """Yields the dates of a line that may be the page's own; `distance` is that of the line from the title."""
    line = page.lines[at]
    dates = list(find_dates(page.text, line.start, line.end, day_first=page.day_first))
    if not dates and (coarse := coarse_date(page, at)):
        yield ShownDate(*coarse, updated=False, labelled=True)
    befores = [_words_before(page, at, printed) for printed in dates]
    others = [is_before_date("updated", before) or is_before_date("other", before) for before in befores]
    days = {printed.parts for printed, other in zip(dates, others, strict=True) if not other}
    alone = len(days or {printed.parts for printed in dates}) == 1  # several are a story's
    for printed, before in zip(dates, befores, strict=True):
        published = is_before_date("published", before)
        opens = printed is dates[0] and opens_dateline(page.text, line, printed)
        own = opens or published or (alone and (not days or printed.parts in days))
        updated = is_before_date("updated", before) and _is_of_page(page.text, line)
        weight = _weight(page, line, printed, distance if own else None, before, updated=updated)
        if in_title and before.rstrip().endswith(_PARTS_OF_TITLE):
            weight = _IN_TITLE
        proof = proof_at(page.document, printed.start, printed.end)
        if (weight or updated) and proof and _is_whole(line, printed):
            told = is_told(
                page, line, printed, published=published, updated=updated
            )  # it still counts among the days of a list
            yield ShownDate(proof, printed.parts, 0.0 if told else weight, updated, updated or published)


def _beside(page: Page, title: Field[str]) -> dict[int, int]:
    """Returns how far from the title the lines beside it stand, those of the page's frame below it included."""
    found = distances(page, title, _LINES_BEFORE, _LINES_AFTER)
    listing = bool(entry_lines(page, title))
    beside = {number: at for number, at in found.items() if not _is_aside(page, number, listing and at < 0)}
    titles = title_lines(page, title)
    for number in right_below(page, title, _LINES_IN_FRAME):
        if is_boilerplate(page, page.lines[number]):
            beside.setdefault(number, number - max(at for at in titles if at < number))
    return beside


def _is_aside(page: Page, number: int, above_a_list: bool) -> bool:
    """Tells a caption, and in the frame above a list of other pages the day on which it is read."""
    line = page.lines[number]
    return is_caption(page, line) or (above_a_list and is_boilerplate(page, line))


def _may_be_labelled(page: Page, at: int) -> bool:
    """Tells whether a line, or the short one above it, may say what its date is."""
    line, above = page.lines[at], page.lines[max(at - 1, 0)]
    if line.end - line.start > _LONGEST:
        return False
    begin = above.start if above.end - above.start <= _LABEL else line.start
    if not may_label_date(page.text[begin : line.end]):
        return False
    return _is_of_page(page.text, line)


def _is_whole(line: Line, printed: Printed) -> bool:
    """Tells a day, or a month that stands almost alone, from a year, a range or a day without a year."""
    alone = line.end - line.start - (printed.end - printed.start) <= _MOST_BESIDE_MONTH
    precision = printed.parts.precision
    return printed.until is None and (precision == "day" or (precision == "month" and alone))


def _words_before(page: Page, at: int, printed: Printed) -> str:
    """Returns the words before a date; of the line above, where the date begins its line."""
    line = page.lines[at]
    words = page.text[max(line.start, printed.start - 80) : printed.start]
    if words.strip() or not at:
        return words
    above = page.lines[at - 1]
    label = page.text[above.start : above.end] if above.end - above.start <= _LABEL else ""
    is_label = (
        label.endswith((":", "：")) or not is_before_date("other", label) or is_date_word("other", label)
    )
    return label if is_label else ""  # "From: Coast Wire" says nothing of the next line


def _weight(
    page: Page, line: Line, printed: Printed, distance: int | None, before: str, *, updated: bool
) -> float:
    text = page.text
    if is_before_date("other", before) or is_other_row(page.text[line.start : printed.start]):
        return 0.0
    if updated or is_before_date("as_of", before):
        return _AS_OF if distance is not None and 0 < distance <= _CLOSE else 0.0
    few = line.end - line.start - (printed.end - printed.start) <= _MOST_LETTERS and not is_prose(text, line)
    published = _PUBLISHED if few and is_before_date("published", before) else 0.0
    if not published and closes_sentence(text, line, printed):
        return 0.0
    if distance is None or not (few or is_dateline(text, line, printed)):
        return published
    less = _LESS_A_LINE_AFTER * max(0, distance - _CLOSE) + _LESS_A_LINE_BEFORE * max(0, -distance - 1)
    return published + max(0.0, _BESIDE_TITLE - less)


def _is_of_page(text: str, line: Line) -> bool:
    """Tells a line of few words, or a sentence about the page itself, from a sentence of the report."""
    return not is_prose(text, line) or tells_of_page(text[line.start : line.start + _LABEL])

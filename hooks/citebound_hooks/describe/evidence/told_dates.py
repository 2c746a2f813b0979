"""Dates of which their own line tells that they are of something else: a row of data, an entry of a list, a book."""

from __future__ import annotations

import re

from citebound.calendar.names import weekday_names
from citebound.dates import Printed
from citebound_hooks.describe.evidence.places import is_heading, is_item
from citebound_hooks.describe.evidence.words import is_of_another_date, names_a_date
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.title_page_words import is_kind

_NEAR = 40
_LONGEST_LABEL = 60
_BEFORE_TOLD_DAY = ("on", "am", "le", "el", "في")  # but not in a dateline: "Wien, am 14. Mai 2020"
_LABEL = re.compile(r"[:：]\s{0,3}(?:(?P<day>[^\W\d_]{3,12})\.?,?\s{1,3})?$")
_BEFORE_LABEL = re.compile(r"[|•·;\n\t]")
_LANGUAGES = ("en", "fr", "es", "de", "ar")  # whose labels of dates `words.toml` has
_OF_A_BOOK = re.compile(r"[£$€]\s?\d|\d\s?[£$€]|\bISBN\b|\b97[89][\s-]?\d")


def closes_sentence(text: str, line: Line, printed: Printed) -> bool:
    """Tells the end of a sentence that tells what happened: "Gauges. The new ones came on 4 May 2019."."""
    words = text[max(line.start, printed.start - _NEAR) : printed.start].split()
    told = len(words) > 1 and words[-1] in _BEFORE_TOLD_DAY and not words[-2].endswith(",")
    return told and text[printed.end : line.end] == "."


def is_told(page: Page, line: Line, printed: Printed) -> bool:
    """Tells a date of something else by the words on its line."""
    before = page.text[line.start : printed.start]
    if _has_other_label(page, before) or _is_entry(page, line, printed):
        return True
    return _OF_A_BOOK.search(page.text, line.start, line.end) is not None


def is_other_row(before: str) -> bool:
    """Tells a row whose label speaks of no date of the page: "Founded" in one cell, "Date deposited: …"."""
    label, tab, _ = before.rpartition("\t")
    if tab and any(map(str.isalpha, label)):
        return not names_a_date(label)
    return before.rstrip().endswith((":", "：")) and is_of_another_date(before)


def _has_other_label(page: Page, before: str) -> bool:
    """Tells a label that is none of a page's date, in a language whose labels of dates are known: "Next on: "."""
    colon = _LABEL.search(before, max(0, len(before) - _LONGEST_LABEL))
    if colon is None or (page.document.language or "")[:2] not in _LANGUAGES:
        return False
    if colon["day"] and colon["day"].casefold() not in weekday_names():
        return False
    label = _BEFORE_LABEL.split(before[: colon.start()])[-1]
    return any(map(str.isalpha, label)) and not names_a_date(label) and not is_kind(label)


def _is_entry(page: Page, line: Line, printed: Printed) -> bool:
    """Tells an item or a heading that ends in a date in brackets: "New weir opens (3 May 2019)"."""
    bracketed = (
        page.text[printed.start - 1 : printed.start] == "("
        and page.text[printed.end : line.end].strip() == ")"
    )
    return bracketed and printed.start - 1 > line.start and (is_item(page, line) or is_heading(page, line))

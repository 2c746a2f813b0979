"""Dates of which their own line tells that they are of something else: a row of data, an entry of a list, a book."""

from __future__ import annotations

import re
from functools import cache

from citebound.calendar.names import weekday_names
from citebound.dates import Printed
from citebound_hooks.describe.evidence.datelines import is_dateline
from citebound_hooks.describe.evidence.places import is_heading, is_item
from citebound_hooks.describe.evidence.words import (
    date_words,
    is_before_date,
    is_of_another_date,
    names_a_date,
    no_name_words,
)
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import name_words
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.title_page_words import is_kind, title_page_words

_NEAR = 40
_LONGEST_LABEL = 60
_BEFORE_TOLD_DAY = ("on", "am", "le", "el", "في")  # but not in a dateline: "Wien, am 14. Mai 2020"
_LABEL = re.compile(r"[:：]\s{0,3}(?:(?P<day>[^\W\d_]{3,12})\.?,?\s{1,3})?$")
_BEFORE_LABEL = re.compile(r"[|•·;\n\t]")
_LANGUAGES = ("en", "fr", "es", "de", "ar")  # whose labels of dates `words.toml` has
_WORD = re.compile(r"[^\W\d_]+")
_OF = ("of", "du", "del")
_MOST_SMALL, _MOST_CELLS = 2, 2
_SHORTEST = 3
_QUOTES = '"“„«'
_AFTER_QUOTE = re.compile(r"[\"”“»]\s{0,3}[-–—]")
_SHORT_NAME = re.compile(r"[^\W\d_]{2,20} [^\W\d_]\.,\s$")
_OF_A_BOOK = re.compile(r"[£$€]\s?\d|\d\s?[£$€]|\bISBN\b|\b97[89][\s-]?\d")


def closes_sentence(text: str, line: Line, printed: Printed) -> bool:
    """Tells the end of a sentence that tells what happened: "Gauges. The new ones came on 4 May 2019."."""
    words = text[max(line.start, printed.start - _NEAR) : printed.start].split()
    told = len(words) > 1 and words[-1] in _BEFORE_TOLD_DAY and not words[-2].endswith(",")
    return told and text[printed.end : line.end] == "."


def is_told(page: Page, line: Line, printed: Printed, *, published: bool, updated: bool) -> bool:
    """Tells a date of something else by the words on its line.

    Args:
        page: The page.
        line: The line.
        printed: The date.
        published: Whether the line says that the date is that of publication.
        updated: Whether it says that the date is that of a change.
    """
    if _OF_A_BOOK.search(page.text, line.start, line.end) or _is_entry(page, line, printed):
        return True
    if published:
        return False
    if updated:
        return is_item(page, line) and _tells(page, line, printed)
    before = page.text[line.start : printed.start]
    return (
        _has_other_label(page, before)
        or page.text.count("\t", line.start, line.end) >= _MOST_CELLS
        or _is_said(page.text, line, printed)
        or _tells(page, line, printed)
    )


def _is_said(text: str, line: Line, printed: Printed) -> bool:
    """Tells what somebody said on a day: "“Good brass” – Hal, 3 May 2019", "Hal J., 3 May 2019: Good brass."."""
    if text[line.start] in _QUOTES and _AFTER_QUOTE.search(text, line.start, printed.start):
        return True
    return (
        text.startswith(":", printed.end) and _SHORT_NAME.search(text, line.start, printed.start) is not None
    )


def _tells(page: Page, line: Line, printed: Printed) -> bool:
    """Tells a line whose other words, those in small letters, are not such as stand beside dates."""
    if is_dateline(page.text, line, printed):
        return False
    before = _BEFORE_LABEL.split(page.text[line.start : printed.start])[-1]
    if before.rstrip().endswith(",") and is_kind(before.split()[0]):
        return False  # what the page itself is: "Statement of the Board to the press, 3 May 2019"
    if before.split()[-1:] and before.split()[-1] in _OF and not is_kind(before.split()[0]):
        return not is_before_date("as_of", before)  # "Census of 3 May 2011"
    after = _BEFORE_LABEL.split(page.text[printed.end : line.end])[0]
    small = [
        word
        for word in _WORD.findall(f"{before} {after}")
        if len(word) >= _SHORTEST and word[0].islower() and word not in _beside_dates()
    ]
    return len(small) >= (1 if is_item(page, line) else _MOST_SMALL)


@cache
def _beside_dates() -> frozenset[str]:
    """Returns the words in small letters that stand beside dates and tell nothing."""
    names, titles = name_words(), title_page_words()
    phrases = (
        *date_words().beside,
        *names.professions,
        *names.by,
        *date_words().published,
        *date_words().updated,
    )
    words = (word for phrase in phrases for word in _WORD.findall(phrase))
    return frozenset(words).union(
        no_name_words(), names.particles, names.conjunctions, titles.kinds, titles.small
    )


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

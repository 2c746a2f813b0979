"""What every stage of the description looks at: the document, its lines, its labels, its mark-up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from citebound.model import Document, Metadatum, Profile
from citebound_hooks.describe.labels import Label, find_labels
from citebound_hooks.describe.lines import Line, lines_of

WEB = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A document seen through a profile; the same only as itself, so that what is found on it can be kept.

    Attributes:
        document: The document.
        profile: The profile.
        lines: Its lines that are not blank.
        labels: The labels found on them, in the order of the text.
        markup: What the mark-up says, by name.
        starts: Where each line begins.
    """

    document: Document
    profile: Profile
    lines: Sequence[Line]
    labels: Sequence[Label]
    markup: dict[str, list[Metadatum]] = field(default_factory=dict)
    starts: Sequence[int] = ()

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def line_at(self, place: int) -> int:
        """Returns the number of the line that a place of the text stands on, or that comes before it."""
        return bisect_right(self.starts, place) - 1

    @property
    def day_first(self) -> bool | None:
        """Whether 03/04/2017 is 3 April here: as the profile says, the language, or the page's other dates."""
        if self.profile.day_first is not None:
            return self.profile.day_first
        language = (self.document.language or "").lower()
        if language in _DAY_FIRST or language.split("-")[0] in _DAY_FIRST:
            return True
        return _order_shown(self)


# Languages and countries in which 03/04/2017 is 3 April. English alone is not: both orders are in use.
_DAY_FIRST = frozenset(
    {
        *(
            "de",
            "fr",
            "es",
            "it",
            "pt",
            "nl",
            "ar",
            "ru",
            "uk",
            "pl",
            "cs",
            "da",
            "nb",
            "fi",
            "tr",
            "ro",
            "el",
        ),
        *("en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za", "en-ke", "en-ng"),
    }
)
# Sought first: that is many times faster than a pattern for dates.
_BEFORE_YEARS = ("/20", "/19", ".20", ".19", "-20", "-19")
_BEFORE_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2$")


def page_of(document: Document, profile: Profile) -> Page:
    """Returns the page of a document."""
    lines = tuple(lines_of(document.text))
    markup: dict[str, list[Metadatum]] = {}
    for metadatum in document.metadata:
        markup.setdefault(metadatum.name, []).append(metadatum)
    labels = tuple(find_labels(document.text, lines, profile))
    return Page(document, profile, lines, labels, markup, [line.start for line in lines])


@lru_cache(maxsize=4)
def _order_shown(page: Page) -> bool | None:
    """Returns the order of day and month in which all of a page's dates in figures can be read, if only one can."""
    orders = set()
    for sign in _BEFORE_YEARS:
        place = page.text.find(sign)
        while place >= 0:
            numbers = _BEFORE_YEAR.search(page.text[max(0, place - 6) : place + 1])
            first, second = (int(numbers[1]), int(numbers[3])) if numbers else (0, 0)
            if max(first, second) > 12 >= min(first, second) > 0:
                orders.add(first > 12)
            place = page.text.find(sign, place + 1)
    return orders.pop() if len(orders) == 1 else None


@lru_cache(maxsize=4)
def colon_lines(page: Page, within: int) -> tuple[int, ...]:
    """Returns the numbers of the lines that have a colon among their first characters, in their order."""
    found: dict[int, None] = {}
    place = page.text.find(":")
    while place >= 0:
        number = page.line_at(place)
        if number >= 0 and place - page.lines[number].start < within:
            found[number] = None
        place = page.text.find(":", place + 1)
    return tuple(found)

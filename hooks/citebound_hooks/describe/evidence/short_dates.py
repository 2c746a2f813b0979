"""A day whose year has two figures, where nothing about it is in doubt: "Veröffentlicht am 12.03.21".

A word beside it says that it is the day of publication, the language of the page says that the day comes first, and the
century is the one in which there have been web pages: 91 to 99, and 00 to 49.
"""

from __future__ import annotations

import re

from citebound.dates import DateParts
from citebound.model import Field
from citebound_hooks.describe.evidence.agreement import Evidence, printed_date
from citebound_hooks.describe.evidence.places import distances
from citebound_hooks.describe.evidence.words import is_before_date
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import proof_at

_LINES_BEFORE, _LINES_AFTER = 5, 8
_LONGEST = 130
_DAY = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\d/-]|\.\d)")
_FIRST_WEB_PAGE, _LAST_SURE = 91, 49
_WEIGHT = 1.0


def short_date(page: Page, title: Field[str] | None) -> Evidence | None:
    """Returns the day of publication beside the title of a web page, if its year has two figures."""
    if page.document.media_type not in WEB or page.day_first is not True or title is None:
        return None
    found = []
    for number in sorted(distances(page, title, _LINES_BEFORE, _LINES_AFTER)):
        line = page.lines[number]
        if line.end - line.start > _LONGEST:
            continue
        for day in _DAY.finditer(page.text, line.start, line.end):
            parts = DateParts(_year(int(day[4])), int(day[3]), int(day[1]))
            proof = proof_at(page.document, *day.span())
            if parts.year and parts.iso and proof and _is_published(page.text[line.start : day.start()]):
                found.append(printed_date(proof, parts, _WEIGHT))
    return found[0] if len({each.date.iso for each in found}) == 1 else None


def _year(figures: int) -> int | None:
    if figures >= _FIRST_WEB_PAGE:
        return 1900 + figures
    return 2000 + figures if figures <= _LAST_SURE else None


def _is_published(before: str) -> bool:
    return is_before_date("published", before) and not is_before_date("updated", before)

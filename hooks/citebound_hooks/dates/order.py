"""Whether 3/4/2017 is 3 April: what the language or the document's other dates decide."""

from __future__ import annotations

import re
from functools import lru_cache

from citebound.model import Document
from citebound_hooks.language.analysis import Analysis

_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)\d\d(?![\w/-])")
_BEFORE_YEAR = tuple(f"{sign}{century}" for sign in "/.-" for century in (19, 20))
_ENOUGH = 2  # dates of one order that show a document's habit
_LANGUAGES = frozenset({"fr", "es"})  # in which the day always comes first


def day_first(document: Document, analysis: Analysis) -> bool | None:
    """Tells which number of a date is the day; None where nothing decides, or the document is of two minds."""
    if analysis.language in _LANGUAGES:
        return True
    return _order(document.text)


@lru_cache(maxsize=2)
def _order(text: str) -> bool | None:
    if not any(sign in text for sign in _BEFORE_YEAR):
        return None  # most documents write the month out
    orders = [
        int(date[1]) > int(date[3])
        for date in _NUMERIC.finditer(text)
        if max(int(date[1]), int(date[3])) > 12 >= min(int(date[1]), int(date[3]))
    ]
    return orders[0] if len(orders) >= _ENOUGH and len(set(orders)) == 1 else None

"""Whom a page names as its owner apart from its head: in its copyright notice, or behind the date of its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof

_NOTICE = re.compile(r"(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
_AGENCY = re.compile(r".{3,60}\((?P<name>[^()\n]{3,60})\)\s{0,2}[-–—]")
_LONGEST_NOTICE, _DATELINES = 400, 12
_SHORTEST, _MOST_WORDS = 4, 8


def is_owner(page: Page, proof: Proof) -> bool:
    """Tells whether the words are a name that the page's copyright notice or dateline gives as well."""
    key = letters(proof.raw)
    if len(key) < _SHORTEST or len(proof.value.split()) > _MOST_WORDS:
        return False
    return any(key in owner for owner in _owners(page))


def is_notice(words: str) -> bool:
    """Tells a line that is a copyright notice."""
    return _NOTICE.match(words) is not None


@lru_cache(maxsize=2)
def _owners(page: Page) -> tuple[str, ...]:
    return tuple(letters(words) for words in _named(page))


def _named(page: Page) -> Iterator[str]:
    for number, line in enumerate(page.lines):
        if number < _DATELINES and (agency := _AGENCY.match(page.text, line.start, line.end)):
            yield agency["name"]
        if line.end - line.start <= _LONGEST_NOTICE and _NOTICE.match(page.text, line.start, line.end):
            yield page.text[line.start : line.end]

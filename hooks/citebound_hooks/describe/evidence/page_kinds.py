"""Tells pages that are no report: a search's results, an error, a login, a plea for consent. They have no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from citebound.dates import parse_date
from citebound.model import Field
from citebound_hooks.describe.evidence.home_links import names_of_home
from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.markup import of_each_type, said_in_markup
from citebound_hooks.describe.evidence.sites import segments
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.language.lexicon import load_lexicon

_OF_ARTICLES = ("jsonld:*.headline", "jsonld:*.datepublished")
_LONGEST = 200
_MONTH = re.compile(r"(?P<month>[^\W\d_]{3,12}\s(?:de\s)?\d{4})$")


class PageKinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `page_kinds.toml`."""

    phrases: frozenset[str]
    words: frozenset[str]
    beginnings: tuple[str, ...]
    archives: frozenset[str]
    types: tuple[str, ...]


@lru_cache(maxsize=2)
def is_no_report(page: Page, title: Field[str] | None) -> bool:
    """Tells whether a page is no report: its heading or `<title>` says so, or its mark-up lists other pages."""
    if page.document.media_type not in WEB:
        return False
    heading = letters(title.value) if title is not None else ""
    named = [metadatum.value[:_LONGEST] for metadatum in page.markup.get("html:title", ())[:1]]
    if heading in _letters("words") or _is_front(page, heading, named) or _lists_others(page):
        return True
    parts = [title.value[:_LONGEST]] if title is not None else []
    return any(map(_says_so, (*parts, *(part for each in named for part in (each, *segments(each))))))


def _says_so(words: str) -> bool:
    folded = " ".join(words.casefold().split())
    return (
        letters(folded) in _letters("phrases") or folded.startswith(_kinds().beginnings) or _is_month(folded)
    )


def _is_month(words: str) -> bool:
    """Tells the heading of a month's archive: "March 2014", "Archive for March 2014"."""
    month = _MONTH.search(words) if words[-4:].isdecimal() else None
    date = parse_date(month["month"]) if month else None
    if month is None or date is None or date.precision != "month":
        return False
    before = words[: month.start()].strip(" :")
    return not before or before in _kinds().archives


def _is_front(page: Page, heading: str, named: Sequence[str]) -> bool:
    """Tells the front page of a site: what it calls itself is what it calls the front page."""
    if said_in_markup(page, "publishers") or [heading] != list(map(letters, named)):
        return False
    return any(letters(proof.value) == heading for proof in names_of_home(page))


def _lists_others(page: Page) -> bool:
    """Tells a page whose mark-up is of a list and of no article."""
    lists = any(
        f"jsonld:{kind}.{key}" in page.markup for kind in _kinds().types for key in ("name", "type", "url")
    )
    return lists and not any(name in page.markup for each in _OF_ARTICLES for name in of_each_type(each))


@cache
def _kinds() -> PageKinds:
    return load_lexicon(Path(__file__).with_name("page_kinds.toml"), PageKinds)


@cache
def _letters(kind: str) -> frozenset[str]:
    return frozenset(map(letters, getattr(_kinds(), kind)))

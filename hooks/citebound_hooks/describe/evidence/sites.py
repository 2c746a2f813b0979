"""The names of the site, and titles without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from citebound_hooks.describe.evidence.home_links import names_of_home
from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.markup import said_in_markup, strongest
from citebound_hooks.describe.evidence.places import headings_of
from citebound_hooks.describe.page import Page

_SEPARATOR = re.compile(r"\s{1,9}(?:[|\-–—·•»«:]|::|//|\|\|)\s{1,9}|\s{0,9}\|\s{0,9}|:\s{1,9}")
_MOST_HEADINGS = 10
_SHORTEST_LABEL = 6


@lru_cache(maxsize=2)
def site_names(page: Page) -> frozenset[str]:
    """Returns the letters of every name that the site gives itself, and of its host."""
    names = {letters(said.value) for said in said_in_markup(page, "publishers")}
    names |= {
        letters(part) for said in said_in_markup(page, "publishers") for part in re.split(r"[|–]", said.value)
    }
    title = strongest(page, "titles")
    if (
        title is not None and len(names) > 1
    ):  # some pages call themselves an application, named as the report is
        names.discard(letters(title.value))
    for host in hosts(page):
        bare = host.removeprefix("www.")
        names |= {letters(bare), letters(bare.rsplit(".", 1)[0])}
        names |= {letters(part) for part in bare.split(".") if len(part) >= _SHORTEST_LABEL}
    if heading := _site_heading(page):
        names.add(heading)
    if not said_in_markup(page, "publishers"):
        named = {
            letters(metadatum.value) for metadatum in page.markup.get("html:title", ())
        }  # of a front page
        names |= {letters(proof.value) for proof in names_of_home(page)} - named
    return frozenset(names - {""})


def _site_heading(page: Page) -> str:
    """Returns the letters of the first heading, if `<title>` ends in it behind the words of a later heading."""
    for metadatum in page.markup.get("html:title", ())[:1]:
        places = segment_places(metadatum.value)
        headings = list(_headings(page)) if len(places) > 1 else []
        if headings and headings[0] == letters(metadatum.value[slice(*places[-1])]):
            return headings[0] if letters(metadatum.value[: places[-1][0]]) in headings[1:] else ""
    return ""


def _headings(page: Page) -> Iterator[str]:
    first = headings_of(page)[:_MOST_HEADINGS]
    yield from (letters(page.text[block.start : block.end]) for block in first)


def hosts(page: Page) -> Iterator[str]:
    """Yields the hosts of the page's own addresses."""
    for said in said_in_markup(page, "addresses"):
        try:
            host = urlsplit(said.value).hostname
        except ValueError:  # a broken address says nothing
            continue
        if host:
            yield host


def without_site(title: str, names: frozenset[str]) -> tuple[int, int]:
    """Returns begin and end of a title without the site's names at its ends."""
    start, end = 0, len(title)
    cuts = list(_SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        if letters(title[cut.end() : end]) not in names:
            break
        end = cut.start()
    for cut in cuts:
        if cut.end() >= end or letters(title[start : cut.start()]) not in names:
            break
        start = cut.end()
    return start, end


def segments(title: str) -> list[str]:
    """Returns the parts of a title between its separators; none if it has no separator."""
    return [title[start:end] for start, end in segment_places(title)]


def segment_places(title: str) -> list[tuple[int, int]]:
    """Returns where the parts of a title stand; none if it has no separator."""
    cuts = [cut.span() for cut in _SEPARATOR.finditer(title)]
    if not cuts:
        return []
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(title)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]

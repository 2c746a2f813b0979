"""Who published a page, where it stands, and what else its mark-up says: language, topics, symbol, notice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from citebound.model import Field
from citebound_hooks.describe.evidence.home_links import names_of_home
from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.markup import Said, no_publishers, said_in_markup, strongest
from citebound_hooks.describe.evidence.sites import hosts, segment_places, segments
from citebound_hooks.describe.lists import list_field
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, part_of, proof_of, text_field
from citebound_hooks.describe.title_page_words import is_issuer
from citebound_hooks.language.tags import language_tag

Found = Iterator[tuple[str, Any]]
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,3}(?:©\s{0,3})?(?:\d{4}(?:\s?[-–/]\s?\d{4})?,?\s{1,3})?(?:by\s)?"
    r"(?P<name>[^\W\d_][^|.\d\n()]{2,60}?)"
    r"(?=\s{0,3}(?:[|.,\d(–—]|$|all rights|alle rechte|tous droits|todos los)|\s{1,3}-)",
    re.IGNORECASE,
)
_LONGEST_HOLDER = 6
_SHORTEST_SITE = 4
_OFTEN = 3
_FIRST_LINES, _LAST_LINES, _LONGEST_LINE = 3, 4, 100
_YEARS = re.compile(r"(?:copyright|©|\(c\)|(?:19|20)\d\d|[\s–—,-])+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S{4,2000}")


def publisher_in_markup(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the publisher on which the mark-up agrees; else the site, else the copyright's holder."""
    if "publisher" in found:
        return
    best = _agreed(
        [said for said in said_in_markup(page, "publishers") if not _is_other(page, said.value, found)]
    )
    proof = best.proof if best else _site_of_title(page, found) or _holder(page, found) or _at_home(page)
    if proof is not None and not _is_other(page, proof.value, found):
        yield "publisher", text_field(proof)


def _site_of_title(page: Page, found: Mapping[str, Any]) -> Proof | None:
    """Returns what stands beside the title in `<title>`, if the page's address has the same letters."""
    title = letters(found["title"].value) if "title" in found else ""
    owners = [letters(host.removeprefix("www.")) for host in hosts(page)]
    for metadatum in page.markup.get("html:title", ())[:1]:
        places = segment_places(metadatum.value)
        for start, end in reversed(places):
            key = letters(metadatum.value[start:end])
            alike = any(key in owner or owner in key for owner in owners)
            at_an_end = (start, end) in (places[0], places[-1]) and key in _frame(page)
            at_an_end = at_an_end or any(key == letters(name.value) for name in names_of_home(page))
            if len(key) >= _SHORTEST_SITE and key != title and (alike or at_an_end):
                return part_of(page.document, proof_of(metadatum), start, end)
    return None


def _frame(page: Page) -> frozenset[str]:
    """Returns the letters of the lines with which pages begin and end: whose they are."""
    lines = (*page.lines[:_FIRST_LINES], *page.lines[-_LAST_LINES:])
    words = (page.text[line.start : line.end] for line in lines if line.end - line.start <= _LONGEST_LINE)
    return frozenset(letters(_YEARS.sub("", each)) for each in words)


def _holder(page: Page, found: Mapping[str, Any]) -> Proof | None:
    """Returns whom the copyright notice names, if it names somebody in few words."""
    if "copyright_notice" not in found:
        return None
    notice = found["copyright_notice"]
    holder = _HOLDER.search(notice.raw)
    if holder is None or len(holder["name"].split()) > _LONGEST_HOLDER:
        return None
    return part_of(page.document, Proof(notice.raw, notice.span, notice.locator), *holder.span("name"))


def _at_home(page: Page) -> Proof | None:
    """Returns what the page calls its front page: an organisation, or what `<title>` or the text names as well."""
    named = [metadatum.value for metadatum in page.markup.get("html:title", ())[:1]]
    keys = {letters(part) for each in named for part in (each, *segments(each))}
    for name in names_of_home(page):
        if is_issuer(name.value) or letters(name.value) in keys or page.text.count(name.value) >= _OFTEN:
            return name
    return None


def _is_other(page: Page, name: str, found: Mapping[str, Any]) -> bool:
    """Tells names that are no publisher's: the host's of a republished copy, and the authors'."""
    profile, key = page.profile, letters(name)
    if key in no_publishers() or ("title" in found and key == letters(found["title"].value)):
        return True
    if profile.republisher:
        hosts = (profile.republisher, profile.title, *profile.own_publishers)
        return any(key in letters(host) or letters(host) in key for host in hosts)
    return len(_publishers(page)) > 1 and any(
        key == letters(author.value) for author in found.get("authors", ())
    )


@lru_cache(maxsize=2)
def _publishers(page: Page) -> frozenset[str]:
    return frozenset(letters(said.value) for said in said_in_markup(page, "publishers"))


def addresses_in_markup(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields where this copy stands, and where the mark-up says that the original stands."""
    best = strongest(page, "addresses")
    whole = [said for said in said_in_markup(page, "addresses") if _ADDRESS.fullmatch(said.value)]
    if whole:
        best = max(whole, key=lambda said: said.weight)
        yield "url", text_field(best.proof)
    for said in said_in_markup(page, "originals"):
        if _ADDRESS.fullmatch(said.value) and best and host_of(said.value) != host_of(best.value):
            yield "original_url", text_field(said.proof)
            return


def details_in_markup(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields series, volume, issue, symbol, topics, notice and language as the mark-up has them."""
    tables = ("series", "volume", "issue", "symbol", "copyright_notice")
    for field, table in zip(tables, ("series", "volumes", "issues", "symbols", "notices"), strict=True):
        said = strongest(page, table)
        if said is not None:
            yield field, text_field(said.proof)
    topics = strongest(page, "topics")
    if topics is not None and (listed := list_field(topics.proof)).value:
        yield "topics", listed
    yield from _language(page)


def _language(page: Page) -> Found:
    said = strongest(page, "languages")
    if said is not None and (tag := language_tag(said.value)):
        yield "language", text_field(said.proof, tag)
    elif tag := page.document.language:
        yield "language", Field(tag, tag, None, "document")


def _agreed(said: list[Said]) -> Said | None:
    """Returns what names the publisher with most weight, all ways of writing the same name taken together."""
    weights: dict[str, float] = {}
    named = [each for each in said if letters(each.value) and not each.value.startswith(("http", "@"))]
    for each in named:
        weights[letters(each.value)] = weights.get(letters(each.value), 0.0) + each.weight
    return max(named, key=lambda each: (weights[letters(each.value)], each.weight), default=None)


def host_of(address: str) -> str | None:
    """Returns the host of an address; None if it is broken."""
    try:
        return urlsplit(address).hostname
    except ValueError:  # a broken address has no host
        return None

"""What the page's own address says: words of the title, and a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from citebound.dates import DateParts
from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.markup import said_in_markup
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof

_SLUG_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS = 2
_DAY = re.compile(r"(?<=[/\-_.=])((?:19|20)\d\d)[/\-_.](\d{1,2})[/\-_.](\d{1,2})(?=[/\-_.]|$)")
_COMPACT_DAY = re.compile(r"(?<=[/\-_.=])((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/\-_.]|$)")
_MONTH = re.compile(r"(?<=/)((?:19|20)\d\d)[/\-]([01]\d)(?=/)")


def paths(page: Page) -> Iterator[str]:
    """Yields the paths of the page's own addresses."""
    for said in said_in_markup(page, "addresses"):
        try:
            path = urlsplit(said.value).path
        except ValueError:  # a broken address says nothing
            continue
        if len(path) > 1:
            yield unquote(path)


def slugs(page: Page) -> tuple[frozenset[str], ...]:
    """Returns the words of the last part of each address, where it is made of words; each once."""
    last = (path.rstrip("/").rsplit("/", 1)[-1] for path in paths(page))
    words = (_SLUG_WORD.findall(slug) for slug in dict.fromkeys(last))
    return tuple(frozenset(map(letters, each)) for each in words if len(each) >= _FEWEST_WORDS)


def slug_likeness(title: str, addresses: Sequence[frozenset[str]]) -> float:
    """Returns the share of words that the title and an address have in common, at best."""
    own = set(map(letters, _SLUG_WORD.findall(title)))
    return max((len(own & words) / len(own | words) for words in addresses if own), default=0.0)


def address_dates(page: Page) -> Iterator[tuple[Proof, DateParts]]:
    """Yields the dates that the page's own addresses hold, each once."""
    seen = set()
    for said in said_in_markup(page, "addresses"):
        match = _DAY.search(said.value) or _COMPACT_DAY.search(said.value) or _MONTH.search(said.value)
        if match is None:
            continue
        parts = DateParts(*map(int, match.groups()))
        if parts.possible and parts not in seen:
            seen.add(parts)
            yield Proof(match.group().strip("/-_."), None, said.proof.locator), parts

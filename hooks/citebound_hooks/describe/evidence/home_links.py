"""What a page calls its site: the words of its links to the front page, as they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.markup import said_in_markup
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, proof_at
from citebound_hooks.language.lexicon import load_lexicon

_MOST = 100  # links to the site
_LONGEST, _SHORTEST = 80, 3
_SOURCE = 25_000  # characters of the file behind `<body` in which the site's name is looked for
_END = re.compile("</a", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,1000}>")


class HomeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `home_links.toml`."""

    no_names: frozenset[str]


@lru_cache(maxsize=2)
def names_of_home(page: Page) -> tuple[Proof, ...]:
    """Returns the names under which a page links to the front page of its site, each once."""
    source, text = page.document.source, page.text
    if source is None or page.document.media_type not in WEB:
        return ()
    words = dict.fromkeys(each for address in _fronts(page) for each in _linked(source, address))
    places = ((text.find(each), len(each)) for each in words if _is_name(each))
    proofs = (proof_at(page.document, start, start + length) for start, length in places if start >= 0)
    return tuple(proof for proof in proofs if proof is not None)


def _fronts(page: Page) -> Iterator[str]:
    """Yields how a page may write the address of the front page, without a slash at its end."""
    yield ""
    for said in said_in_markup(page, "addresses")[:1]:
        try:
            parts = urlsplit(said.value)
        except ValueError:  # a broken address has no front page
            return
        if parts.netloc:
            yield f"{parts.scheme}://{parts.netloc}"


def _linked(source: str, address: str) -> Iterator[str]:
    body = max(source.find("<body"), 0)
    for quote in "\"'":
        mark = f"={quote}{address or '/'}"
        place = source.find(mark, body, body + _SOURCE)
        for _ in range(_MOST):
            if place < 0:
                break
            end = place + len(mark)
            if source[end : end + 2].lstrip("/")[:1] == quote and source[place - 4 : place].lower() == "href":
                yield _words(source, place)
            place = source.find(mark, end, body + _SOURCE)


def _words(source: str, place: int) -> str:
    begin = source.find(">", place, place + 500) + 1
    end = _END.search(source, begin, begin + 600) if begin else None
    return " ".join(_TAG.sub(" ", source[begin : end.start()]).split()) if end else ""


def _is_name(words: str) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST and letters(words) not in _no_names()


@cache
def _no_names() -> frozenset[str]:
    words = load_lexicon(Path(__file__).with_name("home_links.toml"), HomeWords)
    return frozenset(map(letters, words.no_names))

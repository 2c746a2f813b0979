"""What the title page of a document says that is no web page: title, publisher, symbol, series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import part_of, text_field
from citebound_hooks.describe.symbol import read_series
from citebound_hooks.describe.title_page import HeadLine, head_lines, issuer_of

Found = Iterator[tuple[str, Any]]

# Responses of the Immigration and Refugee Board of Canada: a country's three letters, a number, the language.
_SYMBOL = re.compile(r"[A-Z]{3}\d{5,6}\.[EF]{1,2}")


def title_of_text(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the line that the cite-as line repeats; in a text without mark-up, the line at its top."""
    if "title" in found or (page.markup and "cite_as" not in found):
        return
    cited = _folded(found["cite_as"].raw) if "cite_as" in found else ""
    lines = [line.proof for line in head_lines(page)] if cited else []
    repeated = [proof for proof in lines if f"{_folded(proof.raw)}," in f"{cited},"]
    best = max(repeated, key=lambda proof: len(proof.raw), default=None)
    if best is not None:
        yield "title", text_field(best)
    elif not page.markup:
        yield from title_at_the_top(page, found)


def title_at_the_top(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the title of a title page; a kind of document, or its issuer, is the last choice."""
    if "title" in found or page.document.media_type in WEB:
        return
    lines = list(head_lines(page))
    for parts in (("title",), ("kind",), ("issuer",)):
        for line in lines:
            if line.part in parts:
                yield "title", text_field(line.proof)
                return


def details_at_the_top(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields publisher, symbol and series that stand on the title page without a label."""
    if page.document.media_type in WEB or page.profile.bare_labels:
        return
    for line in _beside_title(page, found):
        issuer = issuer_of(line)
        if issuer is not None:
            yield "publisher", text_field(part_of(page.document, line.proof, *issuer))
        if _SYMBOL.fullmatch(line.proof.raw):
            yield "symbol", text_field(line.proof)
        yield from read_series(page.document, line.proof)


def _beside_title(page: Page, found: Mapping[str, Any]) -> Iterator[HeadLine]:
    title = found["title"].span if "title" in found else None
    yield from (line for line in head_lines(page) if line.proof.span != title)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()

"""What the title page of a document says that is no web page: title, publisher, symbol, series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from citebound.profiles import GENERIC
from citebound_hooks.describe.evidence.places import distances
from citebound_hooks.describe.fields import make_field
from citebound_hooks.describe.labels import folded
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import part_of, proof_at, text_field
from citebound_hooks.describe.symbol import read_series, symbol_line
from citebound_hooks.describe.title_page import HeadLine, head_lines, issuer_of

Found = Iterator[tuple[str, Any]]

_LINES_BEFORE, _LINES_AFTER = 5, 8


def title_of_text(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the line that the cite-as line repeats; in a text without mark-up, the line at its top."""
    if "title" in found or (page.markup and "cite_as" not in found):
        return
    cited = folded(found["cite_as"].raw).replace(" ,", ",") if "cite_as" in found else ""
    issuers = () if "publisher" in found else ("issuer", "owner")  # whom the line names as well
    others = (*issuers, "stamp", "code", "address")
    lines = [line.proof for line in head_lines(page) if line.part not in others] if cited else []
    repeated = [proof for proof in lines if f"{folded(unescape(proof.raw))}," in f"{cited},"]
    best = max(repeated, key=lambda proof: len(proof.raw), default=None)
    if best is not None:
        yield "title", text_field(best)
    elif not page.markup or page.profile.bare_labels:  # whose labels stand right below the title
        yield from title_at_the_top(page, found)


def title_at_the_top(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the title of a title page; a kind of document, its issuer or an address is the last choice."""
    if "title" in found or page.document.media_type in WEB:
        return
    lines = list(head_lines(page))
    for part in ("title", "kind", "issuer", "owner", "address"):
        for line in lines:
            if line.part == part:
                yield "title", text_field(line.proof)
                return


def details_at_the_top(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields publisher, series and address that stand on the title page without a label."""
    if page.document.media_type in WEB:
        return
    for line in _beside_title(page, found):
        if page.profile.bare_labels and line.part != "owner":
            continue
        issuer = issuer_of(line)
        if line.part == "address" and page.profile.name != GENERIC:
            yield from make_field("url", line.proof, page.document)
        if issuer is not None:
            yield "publisher", text_field(part_of(page.document, line.proof, *issuer))
        yield from read_series(page.document, line.proof)


def symbol_by_its_form(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the symbol that stands on a line of its own near the title, where publishers keep to a form."""
    if page.document.media_type in WEB:
        near = sorted(distances(page, found.get("title"), _LINES_BEFORE, _LINES_AFTER))
        lines = (proof_at(page.document, page.lines[n].start, page.lines[n].end) for n in near)
    else:
        lines = (line.proof for line in head_lines(page))
    for proof in filter(None, lines):
        symbol = symbol_line(proof.raw)
        if symbol is not None:
            yield "symbol", text_field(part_of(page.document, proof, *symbol.symbol))
            if symbol.publisher:
                yield "publisher", text_field(part_of(page.document, proof, *symbol.publisher))
            return


def _beside_title(page: Page, found: Mapping[str, Any]) -> Iterator[HeadLine]:
    title = found["title"].span if "title" in found else None
    yield from (line for line in head_lines(page) if line.proof.span != title)

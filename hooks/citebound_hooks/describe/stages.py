"""The stages that read the text: disclaimers and notices, cite-as line, what the profile knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from citebound.model import Field, Profile
from citebound_hooks.describe.cite_as import read_cite_as
from citebound_hooks.describe.disclaimers import find_disclaimer, find_notice
from citebound_hooks.describe.evidence.origins import host_of
from citebound_hooks.describe.fields import make_field
from citebound_hooks.describe.labels import folded
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, proof_at, text_field
from citebound_hooks.describe.symbol import read_series

Found = Iterator[tuple[str, Any]]
_NOTICE = re.compile(
    r"(?:copyright\s{0,3})?(?:©|\(c\)|copyright)\s{0,3}(?=.{0,80}\b(?:[12]\d{3}|(?:19|20)\d{1,3})\b)",
    re.IGNORECASE,
)
_NOTICE_BEGINS = "©(cC"
_LONGEST_NOTICE = 300
_SIGN = re.compile(r"(?:copyright\s{0,3})?(?:©|\(c\))\s{0,3}(?:(?:by|the)\s)?", re.IGNORECASE)
_FOOT = 8  # lines
_SCHEMES = ("http://", "https://")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")


def unlabelled_disclaimer(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the disclaimer that stands on the page without a label."""
    if "disclaimer" not in found:
        proof = find_disclaimer(page.document, page.lines, page.profile)
        if proof is not None:
            yield "disclaimer", text_field(proof)


def disclaimer_in_usual_words(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields a disclaimer that no label names, on pages whose profile knows no wording of its own."""
    if "disclaimer" not in found and not page.profile.disclaimers:
        proof = find_notice(page.document)
        if proof is not None:
            yield "disclaimer", text_field(proof)


def unlabelled_notice(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the last line that begins with a copyright sign and holds a year."""
    for line in reversed(page.lines):
        if page.text[line.start] not in _NOTICE_BEGINS:  # seen at once
            continue
        if line.end - line.start <= _LONGEST_NOTICE and _NOTICE.match(page.text, line.start, line.end):
            proof = proof_at(page.document, line.start, line.end)
            if proof is not None:
                yield "copyright_notice", text_field(proof)
            return


def notice_without_year(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields a line at the foot that is a copyright sign and the publisher's name."""
    publisher = found.get("publisher")
    if "copyright_notice" in found or not isinstance(publisher, Field):
        return
    for line in reversed(page.lines[-_FOOT:]):
        words = page.text[line.start : line.end]
        sign = _SIGN.match(words) if len(words) <= _LONGEST_NOTICE else None
        if sign and folded(words[sign.end() :]).startswith(folded(publisher.value)):
            proof = proof_at(page.document, line.start, line.end)
            if proof is not None:
                yield "copyright_notice", text_field(proof)
            return


def within_cite_as(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields what only the cite-as line says."""
    line = found.get("cite_as")
    if not isinstance(line, Field):
        return
    known = {name: found[name].value for name in ("publisher", "title") if name in found}
    parts = read_cite_as(page.document, Proof(line.raw, line.span, line.locator), known)
    for name, proof in parts.items():
        yield from make_field(name, proof, page.document, page.day_first)


def address_of_the_site(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the address that fills a line of its own, if it is the only one of the profile's site to do so."""
    if "url" in found or page.document.media_type in WEB:
        return
    lines = (line for line in page.lines if page.text.startswith(_SCHEMES, line.start))
    proofs = [proof_at(page.document, line.start, line.end) for line in lines]
    own = [proof for proof in proofs if proof is not None and _is_of(page.profile, proof.raw)]
    if len({proof.raw for proof in own}) == 1:
        yield "url", text_field(own[0])


def _is_of(profile: Profile, address: str) -> bool:
    host = host_of(address) if _ADDRESS.fullmatch(address) else None
    if host is None or not urlsplit(address).path.strip("/"):
        return False  # the front page of the site, as imprints give it
    return any(host == own or host.endswith(f".{own}") for own in profile.evidence.hosts)


def series_of_symbol(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields series, volume and issue that the document symbol holds."""
    symbol = found.get("symbol")
    if isinstance(symbol, Field):
        yield from read_series(page.document, Proof(symbol.raw, symbol.span, symbol.locator))


def known_by_profile(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields publisher and republisher where every page of the profile has the same."""
    profile = page.profile
    if profile.publisher is not None:
        yield "publisher", _by_profile(page, profile.publisher)
    publisher = found.get("publisher")
    own = {name.casefold() for name in (*profile.own_publishers, profile.republisher or "")}
    if profile.republisher and not (publisher and publisher.value.casefold() in own):
        yield "republisher", _by_profile(page, profile.republisher)


def _by_profile(page: Page, name: str) -> Field[str]:
    return Field(name, name, None, f"profile:{page.profile.name}")

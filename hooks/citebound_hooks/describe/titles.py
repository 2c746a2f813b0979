"""The title of a text page: a heading, or the line that the cite-as line repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from citebound.dates import find_dates, parse_date
from citebound_hooks.describe.evidence.bylines import are_names
from citebound_hooks.describe.evidence.words import is_before_date
from citebound_hooks.describe.front_matter import front_matter
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import byline_start, is_organisation
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at, text_field

_WEB = ("text/html", "application/xhtml+xml")
_HEAD_LINES = 15
_LONGEST = 250
_LONGEST_STAMP = 60
_FULL_STOPS = (".", ".”", '."', ".’", ".»", "?”", "!”")
_MOST_CAPITALS = 0.6
_SERIES = re.compile(r"[^\d\n]{3,60}\b(?:No|Nr|Nº|N°|Vol|#)\.?\s{0,3}\d{1,5}(?:[/-]\d{1,4})?", re.IGNORECASE)


def title_of_text(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the line that the cite-as line repeats; in a text without mark-up, the line at its top."""
    if "title" in found or (page.markup and "cite_as" not in found):
        return
    cited = _folded(found["cite_as"].raw) if "cite_as" in found else ""
    repeated = [proof for proof in _head_lines(page) if cited and f"{_folded(proof.raw)}," in f"{cited},"]
    best = max(repeated, key=lambda proof: len(proof.raw), default=None)
    if best is not None:
        yield "title", text_field(best)
    elif not page.markup:
        yield from title_at_the_top(page, found)


def title_at_the_top(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the line at the top of a document that is no web page and has no better title."""
    if "title" not in found and page.document.media_type not in _WEB:
        best = next(_without_issuer(list(_head_lines(page))), None)
        if best is not None:
            yield "title", text_field(best)


def _head_lines(page: Page) -> Iterator[Proof]:
    """Yields the lines above the first prose that can be a title: no label, no date, no byline."""
    taken = [(label.start, max(label.value_end, label.start + 1)) for label in page.labels]
    taken += [place] if (place := front_matter(page.text)) else []
    for line in page.lines[:_HEAD_LINES]:
        if any(start < line.end and line.start < end for start, end in taken) or _is_stamp(page, line):
            continue
        proof = proof_at(page.document, *_bare(page.text, line))
        if proof is None or not any(map(str.isalpha, proof.raw)):
            continue
        if not _can_be_title(proof.value):
            return
        yield proof


def _can_be_title(words: str) -> bool:
    """Tells a title from prose: short, and a full stop at its end only where its words have capitals."""
    if len(words) > _LONGEST or words.endswith((":", ";", ",")):
        return False
    if not words.endswith(_FULL_STOPS):
        return True
    long = [word for word in words.split() if len(word) > 3]
    capitals = sum(word.lstrip("“‘\"'«(")[:1].isupper() for word in long)
    return ". " not in words and capitals >= _MOST_CAPITALS * len(long)


def _is_stamp(page: Page, line: Line) -> bool:
    """Tells a line that is a date, opens with one or with "published", or is a byline."""
    words = page.text[line.start : line.end]
    if byline_start().match(words) and are_names(byline_start().sub("", words, 1)):
        return True
    date = next(find_dates(words), None)
    opening = words[: date.start] if date else words
    rest = len(words) - (date.end if date else 0)
    stamped = date is not None and (not opening.strip() or is_before_date("published", opening))
    return (stamped and rest < _LONGEST_STAMP) or parse_date(words) is not None


def _without_issuer(candidates: list[Proof]) -> Iterator[Proof]:
    """Leaves out what stands above a title on a title page: the name of an organisation, a series' number."""
    for number, proof in enumerate(candidates):
        words = proof.value.split()
        issuer = (
            is_organisation(proof.value)
            and len(words) <= 5
            and ":" not in proof.raw
            and all(
                word[0].isupper() or word in ("of", "for", "and", "the", "de", "für", "pour", "y")
                for word in words
            )
        )
        followed = any(len(other.value.split()) > 2 for other in candidates[number + 1 : number + 3])
        if not (followed and (issuer or _SERIES.fullmatch(proof.value))):
            yield proof


def _bare(text: str, line: Line) -> tuple[int, int]:
    start, end = line.start, line.end
    while start < end and text[start] in "#*=_| \t":
        start += 1
    while end > start and text[end - 1] in "#*=_| \t":
        end -= 1
    return start, end


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()

"""Names in elements that a page marks as its author's: by a class such as `byline`, or a link to `/author/…`.

The readers keep a page's source and the places of its text in it; so such an element is found in the
source, and the name in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from citebound.model import Document
from citebound_hooks.describe.names import byline_start, name_words
from citebound_hooks.describe.proof import Proof, proof_at

# Sought one by one: that is many times faster than a pattern that leaves letter case out of account.
_KEYWORDS = (
    *("author", "Author", "autor", "Autor", "auteur", "Auteur", "byline", "Byline"),
    *("verfasser", "redakt"),
)
_PATH = re.compile(r"/(?:authors?|autor(?:en|es)?|auteurs?|redakteur|redactor)[/=-]", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(class|id|href|data-testid|data-qa)\s{0,2}=\s{0,2}["']([^"'<>]{0,300})""", re.IGNORECASE
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TAG = re.compile(r"<[^>]{0,2000}>")
_MOST = 200
_BEFORE, _AFTER = 4_000, 30_000
_LONGEST_TAG = 1000
_LONGEST_ELEMENT = 600
_LONGEST_WORDS = 120


class MarkedName(NamedTuple):
    """Words of an element that the page marks as its author's; `start` is their offset in the text."""

    proof: Proof
    start: int


def marked_names(document: Document, title: int) -> Iterator[MarkedName]:
    """Yields the words of the elements around the title that are marked as an author's, in their order.

    Args:
        document: The document.
        title: Where the title stands in the text.
    """
    source = document.source
    if source is None or not document.source_map:
        return
    middle = document.source_offset(title) or 0
    begin, end = max(0, middle - _BEFORE), min(len(source), middle + _AFTER)
    done = 0
    for place in sorted(place for keyword in _KEYWORDS for place in _places(source, keyword, begin, end)):
        tag = _tag_around(source, place) if place >= done else None
        if tag is None or not _is_mark(source[slice(*tag)]):
            continue
        done = tag[1]
        found = _in_text(document, tag[1], _words_after(source, tag[1]))
        if found is not None:
            yield found


def _places(source: str, keyword: str, begin: int, end: int) -> Iterator[int]:
    place = source.find(keyword, begin, end)
    for _ in range(_MOST):
        if place < 0:
            return
        yield place
        place = source.find(keyword, place + 1, end)


def _tag_around(source: str, place: int) -> tuple[int, int] | None:
    """Returns begin and end of the start tag that a place stands in."""
    begin = source.rfind("<", max(0, place - _LONGEST_TAG), place)
    if begin < 0 or not source[begin + 1 : begin + 2].isalpha() or source.find(">", begin, place) >= 0:
        return None
    end = source.find(">", place, place + _LONGEST_TAG)
    return (begin, end + 1) if end >= 0 else None


def _is_mark(tag: str) -> bool:
    for name, value in _ATTRIBUTE.findall(tag):
        if name.lower() == "href":
            if tag[1:3].lower() in ("a ", "a\n") and _PATH.search(value):
                return True
            continue
        words = {word.lower() for word in _WORD.findall(value)}
        if words & name_words().marks and not words & name_words().other_marks:
            return True
    return False


def _words_after(source: str, place: int) -> str:
    """Returns the words from a start tag to the next end of a block or link."""
    piece = source[place : place + _LONGEST_ELEMENT]
    end = re.search(r"</(?:a|p|div|li|h[1-6]|address|footer|header|td)\b", piece, re.IGNORECASE)
    words = unescape(_TAG.sub(" ", piece[: end.start()] if end else piece))
    return " ".join(words.split())


def _in_text(document: Document, place: int, words: str) -> MarkedName | None:
    opening = byline_start().match(words)
    name = words[opening.end() :] if opening else words
    at = bisect_left(document.source_map, place, key=lambda segment: segment.source)
    if not 2 < len(name) <= _LONGEST_WORDS or at == len(document.source_map):
        return None
    near = document.source_map[at].start
    begin = document.text.find(name, near, near + 2 * _LONGEST_WORDS + len(words))
    proof = proof_at(document, begin, begin + len(name)) if begin >= 0 else None
    return MarkedName(proof, begin) if proof else None

"""Names in elements that a page marks as its author's: by a class such as `byline`, or a link to `/author/…`.

The readers keep a page's source and the places of its text in it; so such an element is found in the
source, and the name in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from citebound.model import Document
from citebound_hooks.describe.names import byline_start, name_words
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, proof_at

# Author, autor, auteur, byline, Verfasser, Redakteur. Sought one by one, without the first letter: that is many times
# faster than a pattern that leaves letter case out of account.
_KEYWORDS = ("uthor", "yline")
# Those of one language are sought on its pages, all of them where the language is another or not known.
_KEYWORDS_OF: dict[str, tuple[str, ...]] = {
    "en": (),
    "fr": ("uteur",),
    "es": ("utor",),
    "de": ("utor", "erfasser", "edakt"),
    "ar": (),
}
_KEYWORDS_ELSEWHERE = ("utor", "uteur", "erfasser", "edakt")
_KEYWORDS_LAST = ("riter", "utor", "/@", "<address")  # sought where none of the others is found
_PATH = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|redakteur|redactor)[/=-]|/@[\w.-]{2,60}$", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"""\b(class|id|href|data-testid|data-qa)\s{0,2}=\s{0,2}["']([^"'<>]{0,300})""", re.IGNORECASE
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TAG = re.compile(r"<[^>]{0,2000}>")
_SCRIPT = re.compile(r"<(script|style|svg)\b.{0,2000}?</\1>", re.IGNORECASE | re.DOTALL)
_MOST = 200
_BEFORE, _AFTER = 1_500, 6_000  # characters of the text around the title
_SOURCE_BEFORE, _SOURCE_AFTER = 4_000, 50_000  # characters of the file
_LONGEST_TAG = 1000
_LONGEST_ELEMENT = 600
_LONGEST_WORDS = 120
_FOLLOWING, _COMPARED = 3_000, 300  # characters of the source, of the text


class MarkedName(NamedTuple):
    """Words of an element that the page marks as its author's; `start` is their offset in the text."""

    proof: Proof
    start: int


def marked_names(page: Page, title: int) -> Iterator[MarkedName]:
    """Yields the words of the elements around the title that are marked as an author's, in their order.

    Args:
        page: The page.
        title: Where the title stands in the text.
    """
    for mark in _marks_around(page, title):
        found = _in_text(page.document, mark)
        if found is not None and -_BEFORE <= found.start - title <= _AFTER:
            yield found


def marked_notes(page: Page, title: int) -> Iterator[int]:
    """Yields where the words of an element that is marked as an author's begin in the text, if they are prose."""
    for mark in _marks_around(page, title):
        start = page.text.find(mark.words[:_LONGEST_WORDS]) if len(mark.words) > _LONGEST_WORDS // 2 else -1
        if start >= 0:
            yield start


@lru_cache(maxsize=2)
def _marks_around(page: Page, title: int) -> tuple[_Mark, ...]:
    """Returns the marked elements around the title."""
    source = page.document.source
    if source is None or page.document.media_type not in WEB:
        return ()
    language = (page.document.language or "")[:2]
    keywords = (*_KEYWORDS, *_KEYWORDS_OF.get(language, _KEYWORDS_ELSEWHERE))
    around = _around(source, _line_at(page.text, title))
    return tuple(_marks(source, keywords, *around)) or tuple(_marks(source, _KEYWORDS_LAST, *around))


class _Mark(NamedTuple):
    """The words of a marked element; `start` is where they begin in the source."""

    words: str
    start: int


def _line_at(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)]


def _around(source: str, headline: str) -> tuple[int, int]:
    """Returns the part of the source in which the byline of a headline is looked for."""
    body = max(source.find("<body"), 0)
    begin = max(body, source.find(headline, body) - _SOURCE_BEFORE)
    return begin, begin + _SOURCE_AFTER


def _marks(source: str, keywords: Sequence[str], begin: int, end: int) -> Iterator[_Mark]:
    done = 0
    for place in sorted(place for keyword in keywords for place in _places(source, keyword, begin, end)):
        tag = _tag_around(source, place) if place >= done else None
        if tag is not None and _is_mark(source[slice(*tag)]):
            done = tag[1]
            yield _Mark(_words_after(source, done), done)


def _places(source: str, keyword: str, begin: int, end: int) -> Iterator[int]:
    place = source.find(keyword, begin, end)
    for _ in range(_MOST):
        if place < 0:
            return
        yield place + 1  # within the tag
        place = source.find(keyword, place + 1, end)


def _tag_around(source: str, place: int) -> tuple[int, int] | None:
    """Returns begin and end of the start tag that a place stands in."""
    begin = source.rfind("<", max(0, place - _LONGEST_TAG), place)
    if begin < 0 or not source[begin + 1 : begin + 2].isalpha() or source.find(">", begin, place) >= 0:
        return None
    end = source.find(">", place, place + _LONGEST_TAG)
    return (begin, end + 1) if end >= 0 else None


def _is_mark(tag: str) -> bool:
    if tag.startswith("<address"):  # of whom to contact about an article: HTML, section 4.3.10
        return True
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


def _in_text(document: Document, mark: _Mark) -> MarkedName | None:
    opening = byline_start().match(mark.words)
    name = mark.words[opening.end() :] if opening else mark.words
    begin = document.text.find(name) if 2 < len(name) <= _LONGEST_WORDS else -1
    if begin >= 0 and document.text.find(name, begin + 1) >= 0:
        begin = _beside(document, name, mark)
    proof = proof_at(document, begin, begin + len(name)) if begin >= 0 else None
    return MarkedName(proof, begin) if proof else None


def _beside(document: Document, name: str, mark: _Mark) -> int:
    """Returns which of several places in the text is that of an element; -1 where that is not known.

    It is the one behind which most of the words stand that follow the element in the source.
    """
    source, text = document.source or "", document.text
    following = _closed_up(unescape(_TAG.sub("", _SCRIPT.sub("", source[mark.start :][:_FOLLOWING]))))
    following = following[max(following.find(_closed_up(name)), 0) :]
    alike: dict[int, int] = {}
    begin = text.find(name)
    while begin >= 0 and len(alike) < _MOST:
        alike[begin] = _common(following, _closed_up(text[begin : begin + _COMPARED]))
        begin = text.find(name, begin + 1)
    best = max(alike, key=lambda place: alike[place])
    return best if list(alike.values()).count(alike[best]) == 1 else -1


def _closed_up(words: str) -> str:
    """Returns some words without the blanks between them, which markup and text set differently."""
    return "".join(words.split())


def _common(one: str, other: str) -> int:
    """Returns how many characters two texts have in common from their beginning."""
    for place, (sign, its) in enumerate(zip(one, other, strict=False)):
        if sign != its:
            return place
    return min(len(one), len(other))

"""Placeholders where an author should stand: behind the "By" of a byline, in the list of a front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Document
from citebound_hooks.describe.names import byline_start, name_words
from citebound_hooks.readers.markdown.front_matter import front_matter
from citebound_hooks.rules.reading.lists import is_placeholder

_LONGEST_LINE, _LINES = 120, 40
_ITEM = re.compile(
    r"^[ \t]{0,9}-[ \t]{1,9}(?:name:[ \t]{1,9})?[\"']?(?P<value>[^\n\"']{1,40})[\"']?[ \t]{0,9}\r?$", re.M
)
_SET = re.compile(
    r"^authors?[ \t]{0,9}=[ \t]{0,9}\[?[ \t]{0,9}[\"'](?P<value>[^\n\"']{1,40})[\"']", re.MULTILINE
)
_END = re.compile(r"\s{0,9}[|•·,–—\n]|\s-\s|\r?$")


def placeholder_authors(document: Document) -> Iterator[tuple[int, int]]:
    """Yields begin and end of each placeholder that stands where an author should."""
    front = front_matter(document.text)
    named = _SET if front and front.form == "toml" else _ITEM
    for item in named.finditer(document.text, front.start, front.end) if front else ():
        if _is_nobody(item["value"]):
            yield item.span("value")
    if document.entry is None:
        yield from _in_bylines(document.text)


def _in_bylines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for _ in range(_LINES):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        opening = byline_start().match(text, start, end) if end - start <= _LONGEST_LINE else None
        if opening is not None and opening.end() < end:
            stop = _END.search(text, opening.end(), end)
            place = opening.end(), stop.start() if stop else end
            if _is_nobody(text[slice(*place)]):
                yield place
        start = end + 1


def _is_nobody(words: str) -> bool:
    """Tells a word that a program leaves where a name should be; "By error" opens a sentence."""
    return is_placeholder(words) and words.strip().casefold() in name_words().nobody

"""Takes a cite-as line apart: publisher, title, date, symbol, address, date of access.

The form is `Publisher, Title, D Month YYYY, Symbol, available at: URL [accessed D Month YYYY]`. Titles hold
commas, brackets and dates, so the line is anchored on what is known already, the publisher and the title; the
date is the first one after the title, or without a known title the last one before the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citebound.dates import find_dates, parse_date
from citebound.model import Document
from citebound_hooks.describe.cite_as_words import before_access, before_address
from citebound_hooks.describe.persons import are_persons
from citebound_hooks.describe.proof import Proof, part_of

_URL = re.compile(
    r"https?://[^\s\[\]<>\"]{0,2000}(?:\s{0,3}\n\s{0,3}[^\s\[\]<>\"]{1,200}(?=\s{0,3}\[))?", re.I
)
_LABEL = before_address() + r"\s{0,2}:?\s{0,3}"
_URL_LABEL = re.compile(rf"\s{{0,3}}{_LABEL}[<(\[]?$", re.I)
# An address that no browser opens.
_AFTER_LABEL = re.compile(rf"{_LABEL}(?P<url>[^\s\[\]<>\"]{{1,2000}})", re.I)
_ACCESSED = re.compile(
    rf"{before_access()}(?P<date>[^\])\n]{{1,40}}?(?:\n[^\])\n]{{1,40}}?)?)(?:[\])]|\.?\s{{0,3}}$)", re.I
)
_EDGE = " \t\n\u00a0,;:<"
_IN_BRACKETS = re.compile(r"\s?\((?P<year>[^()]{4,30})\)[.,]?")
_NUMBERS = re.compile(
    r",\s{1,3}(?:vol\.?\s{0,3}|no\.?\s{0,3})?\d", re.IGNORECASE
)  # of a journal: "Upland Review, 12(2), 41"
_FULL_STOPS = ".*_"
_Place = tuple[int, int]


def read_cite_as(document: Document, line: Proof, known: Mapping[str, str]) -> dict[str, Proof]:
    """Returns the parts of a cite-as line that can be told apart.

    Args:
        document: The document, for the places.
        line: The line without its label.
        known: The publisher and the title, where other parts of the page name them.
    """
    words = line.raw
    found: dict[str, tuple[int, int]] = {}
    accessed = _ACCESSED.search(words)
    if accessed:
        found["accessed"] = accessed.span("date")
    url = _address(words)
    if url:
        found["url"] = url
    ends = [place for place in (url and url[0], accessed and accessed.start()) if place is not None]
    end = min(ends, default=len(words))
    label = _URL_LABEL.search(words, max(0, end - 40), end)
    found |= _head(words[: label.start() if label else end], known)
    return {name: part_of(document, line, *place) for name, place in found.items() if place[0] < place[1]}


def _address(words: str) -> _Place | None:
    """Where the address stands; after its label also one that is malformed."""
    url = _URL.search(words)
    if url:
        return url.start(), url.start() + len(url.group().rstrip(".,;:)"))
    labelled = _AFTER_LABEL.search(words)
    return _trimmed(words, *labelled.span("url")) if labelled else None


def _head(words: str, known: Mapping[str, str]) -> dict[str, _Place]:
    """Places of publisher, title, date and symbol in what stands before the address."""
    publisher = _place(words, known.get("publisher"), 0)
    title = _place(words, known.get("title"), publisher[1] if publisher else 0)
    after = (title or publisher or (0, 0))[1]
    dates = list(_dates(words, after))
    date = (dates[0] if title else dates[-1]) if dates else None
    found: dict[str, _Place] = {}
    if date:
        found["publication_date"] = date
        found["symbol"] = _trimmed(words, date[1], len(words))
    begin = publisher or (_trimmed(words, 0, title[0]) if title else _until_comma(words))
    if title and not publisher:
        if are_persons(words[slice(*begin)]):
            return _led_by_authors(words, begin, title, date)
        begin, found["authors"] = _before_persons(words, begin)
    found["publisher"] = begin
    between = _trimmed(words, begin[1], title[0] if title else begin[1])
    if publisher and title and between[0] < between[1]:
        found["authors"] = between
    found["title"] = title or _trimmed(words, begin[1], date[0] if date else len(words))
    return found


def _before_persons(words: str, place: _Place) -> tuple[_Place, _Place]:
    """Parts `Publisher, Author, Author` where persons begin; the second place is empty if none are named."""
    for comma in re.finditer(",", words[slice(*place)]):
        rest = _trimmed(words, place[0] + comma.end(), place[1])
        if are_persons(words[slice(*rest)]):
            return _trimmed(words, place[0], place[0] + comma.start()), rest
    return place, (place[1], place[1])


def _led_by_authors(words: str, begin: _Place, title: _Place, date: _Place | None) -> dict[str, _Place]:
    """Places of a line of another style: `Authors, Title, Publisher, date`, or `Authors (year). Title. Publisher`."""
    year = _IN_BRACKETS.search(words, *begin)
    if year:
        begin, date = _trimmed(words, begin[0], year.start()), date or year.span("year")
    end = date[0] if date and date[0] >= title[1] else len(words)
    numbers = _NUMBERS.search(words, title[1], end)
    publisher = _trimmed(words, title[1], numbers.start() if numbers else end)
    while publisher[1] > publisher[0] and words[publisher[1] - 1] in _FULL_STOPS:
        publisher = _trimmed(words, publisher[0], publisher[1] - 1)
    while publisher[0] < publisher[1] and words[publisher[0]] in _FULL_STOPS:
        publisher = _trimmed(words, publisher[0] + 1, publisher[1])
    found = {"authors": begin, "title": title, "publisher": publisher}
    return found | ({"publication_date": date} if date else {})


def _place(words: str, known: str | None, start: int) -> _Place | None:
    """Where known words stand, white space, case and form of quotation marks aside."""
    if not known:
        return None
    pattern = r"\s+".join(map(re.escape, known.split()))
    pattern = re.sub(r"[\"“”„«»]", '["“”„«»]', re.sub(r"['’‘]", "['’‘]", pattern))
    match = re.compile(pattern, re.IGNORECASE).search(words, start)
    return match.span() if match else None


def _dates(words: str, start: int) -> Iterator[_Place]:
    """Yields the dates that fill a part of the line, impossible ones too; a number in a title is none."""
    printed = [p for p in find_dates(words, start) if p.parts.year is not None or p.form == "numeric"]
    filling = [p for p in printed if words[: p.start].rstrip()[-1:] in (",", ".", "(", "")]
    yield from ((p.start, p.end) for p in filling)
    if not filling:
        for part in re.finditer(r"[^,]{4,60}", words[start:]):
            place = _trimmed(words, start + part.start(), start + part.end())
            if any(map(str.isdigit, words[slice(*place)])) and parse_date(words[slice(*place)]) is not None:
                yield place


def _until_comma(words: str) -> _Place:
    comma = words.find(",")
    return _trimmed(words, 0, comma if comma > 0 else 0)


def _trimmed(words: str, start: int, end: int) -> _Place:
    while start < end and words[start] in _EDGE:
        start += 1
    while end > start and words[end - 1] in _EDGE:
        end -= 1
    return start, end

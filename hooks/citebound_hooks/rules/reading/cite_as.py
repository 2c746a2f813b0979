"""The cite-as line, taken apart: `Publisher, Title, D Month YYYY, Symbol, available at: URL [accessed D Month YYYY]`.

Titles contain commas, brackets and dates. So the line is not split by a pattern but anchored on what the record
already knows: the publisher's and the title's words are looked for first, and only what stands outside them is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from citebound.dates import date_of, find_dates, parse_date
from citebound.model import Date, Profile, SourceRecord, Span
from citebound.rules import Subject
from citebound_hooks.describe.cite_as_words import before_access, before_address
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import place_of

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{0,2000}", re.IGNORECASE)
_URL_LABEL = re.compile(before_address() + r"\s?:?(?=\s|$|h|\[)", re.IGNORECASE)
_ACCESSED = re.compile(before_access() + r"(?P<date>[^\])]{0,60})[\])]?", re.IGNORECASE)
_BETWEEN_COMMAS = re.compile(r"[^,;:\[\]]+")
_AROUND = " \t\n\r\xa0.()"
_TRAILING = ".,;:)]}>'\"”’"


class Part(NamedTuple):
    """A part of the line: `line[start:end] == text`."""

    start: int
    end: int
    text: str


class CiteAsLine(NamedTuple):
    """What stands where in a cite-as line. A part that is not there is None.

    Attributes:
        line: The whole line, as printed.
        publisher: The words of the record's publisher.
        title: The words of the record's title.
        dates: The dates between the title and the address, each with its part; `iso` None for an impossible one.
        url_label: The words before the address (`available at:`).
        url: The address.
        accessed: The words around the access date, with their brackets.
        accessed_date: What they say.
        head: Everything before the address and its label.
        placeholder: The first part between commas that stands for nothing, such as `undefined`.
    """

    line: str
    publisher: Part | None
    title: Part | None
    dates: tuple[tuple[Part, Date], ...]
    url_label: Part | None
    url: Part | None
    accessed: Part | None
    accessed_date: Date | None
    head: Part
    placeholder: Part | None

    def outside_title(self) -> str:
        """Returns the head without the words of the title, which may name anybody and anything."""
        if self.title is None:
            return self.head.text
        return f"{self.line[: self.title.start]} , {self.line[self.title.end : self.head.end]}"


def cite_as_of(record: SourceRecord, profile: Profile) -> CiteAsLine | None:
    """Returns the record's cite-as line in its parts; None if the page has none."""
    fields = record.fields
    if fields.cite_as is None:
        return None
    line = fields.cite_as.span.exact if fields.cite_as.span else fields.cite_as.raw
    publisher = fields.publisher.value if fields.publisher else ""
    title = repaired(fields.title.value) if fields.title else ""
    return _read(line, publisher, title, profile.cite_as.url_prefix.strip(" :,"))


def cited_address(subject: Subject) -> Span | None:
    """Returns where the address of the cite-as line stands in the text; None if it has none."""
    line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
    if line is None or line.url is None or field is None or field.span is None:
        return None
    return subject.document.span(field.span.start + line.url.start, field.span.start + line.url.end)


@lru_cache(maxsize=64)
def _read(line: str, publisher: str, title: str, prefix: str) -> CiteAsLine:
    url = _url(line)
    accessed = _last(_ACCESSED, line)
    label = _label(line, prefix, url)
    head_end = min(part.start for part in (label, url, accessed, Part(len(line), 0, "")) if part)
    head = Part(0, head_end, line[:head_end])
    known_publisher = _known(publisher, head)
    after = known_publisher.end if known_publisher else 0
    known_title = _known(title, head, after) or _known(title, head)
    if known_publisher and known_title and known_title.start <= known_publisher.start < known_title.end:
        known_publisher = None  # a title may name anybody
    rest = Part(known_title.end if known_title else after, head_end, "")
    return CiteAsLine(
        line=line,
        publisher=known_publisher,
        title=known_title,
        dates=tuple(_dates(line, rest.start, rest.end)),
        url_label=label,
        url=url,
        accessed=accessed,
        accessed_date=_accessed_date(line),
        head=head,
        placeholder=_placeholder(line),
    )


def _placeholder(line: str) -> Part | None:
    for match in _BETWEEN_COMMAS.finditer(line):
        words = match.group().strip(_AROUND)
        if words and is_placeholder(words.removeprefix("accessed ")):
            start = match.start() + match.group().index(words)
            return Part(start, start + len(words), words)
    return None


def _known(wanted: str, head: Part, start: int = 0) -> Part | None:
    place = place_of(wanted, head.text, start) if wanted else None
    return Part(*place, head.text[place[0] : place[1]]) if place else None


def _url(line: str) -> Part | None:
    match = _URL.search(line)
    if match is None:
        return None
    text = match.group().split("[", 1)[0].rstrip(_TRAILING)
    return Part(match.start(), match.start() + len(text), text)


def _label(line: str, prefix: str, url: Part | None) -> Part | None:
    at = line.find(prefix, 0, url.start if url else None) if prefix else -1
    if at >= 0:
        end = at + len(prefix) + (line[at + len(prefix) :].startswith(":"))
        return Part(at, end, line[at:end])
    return _last(_URL_LABEL, line[: url.start] if url else line)


def accessed_parts(line: str) -> list[Part]:
    """Returns all the words around a date of access in a line; more than one is a defect."""
    return [Part(match.start(), match.end(), match.group()) for match in _ACCESSED.finditer(line)]


def _last(pattern: re.Pattern[str], line: str) -> Part | None:
    found = None
    for match in pattern.finditer(line):
        found = Part(match.start(), match.end(), match.group())
    return found


def _accessed_date(line: str) -> Date | None:
    found = None
    for match in _ACCESSED.finditer(line):
        found = parse_date(match["date"])
    return found


def _dates(line: str, start: int, end: int) -> Iterator[tuple[Part, Date]]:
    taken = []
    for printed in find_dates(line, start, end):
        if printed.parts.year is not None:
            text = line[printed.start : printed.end]
            taken.append(
                (Part(printed.start, printed.end, text), date_of(text, printed.parts, printed.until))
            )
    yield from taken or _dates_between_commas(line, start, end)


def _dates_between_commas(line: str, start: int, end: int) -> Iterator[tuple[Part, Date]]:
    """A bare year, or a date that is none, counts where it stands alone between commas."""
    for piece in re.finditer(r"[^,;]+", line[start:end]):
        text = piece.group().strip(" .[]()")
        date = parse_date(text) if text[:1].isdigit() or text[-1:].isdigit() else None
        if date is not None:
            at = start + piece.start() + piece.group().index(text)
            yield Part(at, at + len(text), text), date

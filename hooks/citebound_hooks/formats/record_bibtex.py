"""A record as a BibTeX entry; field names that BibTeX lacks are BibLaTeX's (`origpublisher`, `urldate`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.formats import Given, OutputContext
from citebound.model import Date, SourceRecord
from citebound_hooks.describe.names import is_organisation
from citebound_hooks.formats.reference import Reference, reference_of, references_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
    | {mark: f"\\{mark}" for mark in "&%$#_"}
)


def write(record: SourceRecord, context: OutputContext) -> str:
    """Returns one entry."""
    return _entry(reference_of(record))


def write_several(given: Sequence[Given]) -> str:
    """Returns one entry a record, each with a key of its own."""
    return "\n".join(map(_entry, references_of(given)))


def _entry(reference: Reference) -> str:
    kind = "article" if reference.in_issue else "techreport"
    lines = [f"  {name} = {value}," for name, value in _fields(reference, kind) if value != "{}"]
    return "\n".join([f"@{kind}{{{reference.key},", *lines, "}"]) + "\n"


def _fields(reference: Reference, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", f"{{{' and '.join(_author(author, reference) for author in reference.authors)}}}"
    yield "title", f"{{{{{_escaped(reference.title)}}}}}" if reference.title else "{}"
    yield "institution" if kind == "techreport" else "publisher", _braced(reference.publisher)
    yield from _date(reference.published)
    yield "journal" if kind == "article" else "series", _braced(reference.series)
    yield "volume", _braced(reference.volume)
    yield "number", _braced(reference.issue if kind == "article" else reference.symbol)
    yield "url", f"{{{_address(reference.url)}}}"
    yield "urldate", _braced(reference.accessed.iso if reference.accessed and reference.accessed.iso else "")
    yield "language", _braced(reference.language)
    if reference.republisher:
        yield "origpublisher", _braced(reference.publisher)
        yield "republisher", _braced(reference.republisher)
        yield "origurl", f"{{{_address(reference.original_url)}}}"
        yield "note", _braced(f"Republished by {reference.republisher}")


def _date(date: Date | None) -> Iterator[tuple[str, str]]:
    if date is None or date.iso is None:
        return
    parts = date.iso.split("-")
    yield "year", _braced(parts[0])
    if len(parts) > 1:
        yield "month", _MONTHS[int(parts[1]) - 1]
    yield "date", _braced(f"{date.iso}/{date.iso_end}" if date.iso_end else date.iso)


def _author(author: str, reference: Reference) -> str:
    """A name; an organisation in braces of its own, and one with "and" in it too."""
    name = _escaped(author)
    is_whole = author == reference.publisher or " and " in author or is_organisation(author)
    return f"{{{name}}}" if is_whole else name


def _braced(words: str) -> str:
    return f"{{{_escaped(words)}}}"


def _escaped(words: str) -> str:
    return words.translate(_SPECIAL)


def _address(address: str) -> str:
    """An address as it is, but for characters that would end the field."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")

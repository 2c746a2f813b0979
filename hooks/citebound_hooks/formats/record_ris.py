"""A record in RIS, the format of reference managers (Research Information Systems, tags of 2011)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.formats import Given, OutputContext
from citebound.model import Date, SourceRecord
from citebound_hooks.formats.reference import Reference, reference_of, references_of


def write(record: SourceRecord, context: OutputContext) -> str:
    """Returns one entry, one tag a line."""
    return _entry(reference_of(record))


def write_several(given: Sequence[Given]) -> str:
    """Returns one entry a record, with a blank line between two."""
    return "\n".join(map(_entry, references_of(given)))


def _entry(reference: Reference) -> str:
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _tags(reference) if value]
    return "\n".join([*lines, "ER  - "]) + "\n"


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "MGZN" if reference.in_issue else "RPRT"
    yield "ID", reference.key
    yield "TI", reference.title
    yield from (("AU", author) for author in reference.authors)
    yield "PB", reference.publisher
    yield "PY", reference.published.iso[:4] if reference.published and reference.published.iso else ""
    yield "DA", _date(reference.published) + _range(reference.published)
    yield "T2" if reference.in_issue else "T3", reference.series
    yield "VL", reference.volume
    yield "IS", reference.issue
    yield "M1", reference.symbol
    yield "UR", reference.url
    yield "Y2", _date(reference.accessed)
    yield "LA", reference.language
    yield from (("KW", topic) for topic in reference.topics)
    if reference.republisher:
        yield "DP", reference.republisher
        yield "OP", ", ".join(part for part in (reference.publisher, reference.original_url) if part)


def _date(date: Date | None) -> str:
    """`YYYY/MM/DD/`, what is not known left empty."""
    parts = date.iso.split("-") if date and date.iso else []
    return "/".join([*parts, *[""] * (3 - len(parts)), ""]) if parts else ""


def _range(date: Date | None) -> str:
    """The end of a range, for the place behind the day that RIS keeps for other information."""
    return f"to {date.iso_end}" if date and date.iso_end else ""

"""What a briefing says of itself, in whatever form: title, origin, date, and digests of what it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from citebound.model import Briefing, Date
from citebound_hooks.briefing.attachment_names import digest_name
from citebound_hooks.briefing.manuscript.attachments import Attachment

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a briefing says of itself.

    Attributes:
        source: The cite-as line or address of the report.
        tool: Name and version of the program.
        when: A date from the record or from SOURCE_DATE_EPOCH, never the clock.
        provenance: Name, meaning and value of what ties it to its source, and of its handling marking.
    """

    title: str
    creator: str
    language: str
    source: str
    tool: str
    when: datetime
    provenance: tuple[tuple[str, str, str], ...] = ()

    @property
    def iso_date(self) -> str:
        """The date in the syntax of ISO 8601, to the second."""
        return f"{self.when.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def metadata_of(briefing: Briefing, title: str, language: str, attachments: Sequence[Attachment]) -> Metadata:
    """Returns what a briefing says of itself."""
    fields, components = briefing.record.fields, briefing.components
    tool = " ".join([components[0].name, components[0].version]) if components else "citebound"
    publisher = fields.publisher.value if fields.publisher else ""
    source = fields.cite_as.raw if fields.cite_as else fields.url.value if fields.url else ""
    return Metadata(
        title=title, creator=publisher or tool, language=language, source=source or title, tool=tool,
        when=date_of(briefing),
        provenance=tuple(_provenance(briefing, attachments)),
    )  # fmt: skip


def _provenance(briefing: Briefing, attached: Sequence[Attachment]) -> Iterator[tuple[str, str, str]]:
    """Yields name, meaning and value of what the metadata say beside the usual."""
    yield "sourceSHA256", "SHA-256 of the source", briefing.record.document.sha256
    for each in attached:
        yield digest_name(each.name), f"SHA-256 of {each.name}", sha256(each.content).hexdigest()
    if briefing.record.handling and briefing.record.handling.marking:
        yield "marking", "Handling marking", briefing.record.handling.marking


def date_of(briefing: Briefing) -> datetime:
    """Returns the date of the file: SOURCE_DATE_EPOCH as the briefing carries it, else the record's own."""
    if briefing.dated:
        return briefing.dated
    fields = briefing.record.fields
    for field in (fields.accessed, fields.last_updated, fields.publication_date):
        found = _moment(field.value) if field else None
        if found:
            return found
    return EPOCH


def _moment(date: Date) -> datetime | None:
    if not date.iso:
        return None
    year, month, day = [*map(int, date.iso.split("-")), 1, 1][:3]
    return datetime(year, month, day, tzinfo=UTC) if year else None

"""A record as a catalogue card."""

from __future__ import annotations

from citebound.formats import OutputContext
from citebound.model import SourceRecord


def catalogue_card(record: SourceRecord, context: OutputContext) -> str:
    """Returns three lines: authors and title; publisher and date; where the copy is."""
    fields = record.fields
    authors = "; ".join(author.value for author in fields.authors) or "[no author]"
    title = fields.title.value if fields.title else "[no title]"
    publisher = fields.publisher.value if fields.publisher else "[no publisher]"
    date = fields.publication_date.value.iso if fields.publication_date else None
    copy = fields.url.value if fields.url else "[no address]"
    return f"{authors}. {title}.\n{publisher}, {date or '[no date]'}\n{copy}\n"

"""The source record: what the page says about itself, field by field."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import msgspec

from citebound.model.date import Date
from citebound.model.handling import Handling
from citebound.model.incomplete import Incomplete
from citebound.model.span import Span
from citebound.model.value import Value

T = TypeVar("T")


class Field(msgspec.Struct, Generic[T], frozen=True, omit_defaults=True):
    """One field of the record, with the place that proves it.

    Attributes:
        value: The value: white space folded, a date parsed, a list split.
        raw: The words of the page, unchanged.
        span: Where they stand in the text; None where only markup or the desk says so.
        locator: Where they stand in the markup (XPath, key); None with a span.
        supplied: True if the desk supplied or corrected it.
        page: With `supplied`, the field as the page has it, so that both can be shown.
    """

    value: T
    raw: str
    span: Span | None
    locator: str | None
    supplied: bool = False
    page: Field[T] | None = None


class Fields(Value, frozen=True, kw_only=True):
    """The fields of a record. None means: the page does not say.

    Attributes:
        publisher: Who issued the report.
        republisher: Who hosts this copy, where that is somebody else.
        symbol: The document symbol.
        url: Where this copy stands.
        original_url: Where the publisher's own copy stands.
        accessed: The date in the cite-as line, or the desk's.
        last_updated: The site's date, not the document's.
        language: BCP 47.
    """

    title: Field[str] | None = None
    authors: tuple[Field[str], ...] = ()
    publisher: Field[str] | None = None
    republisher: Field[str] | None = None
    publication_date: Field[Date] | None = None
    symbol: Field[str] | None = None
    series: Field[str] | None = None
    volume: Field[str] | None = None
    issue: Field[str] | None = None
    url: Field[str] | None = None
    original_url: Field[str] | None = None
    accessed: Field[Date] | None = None
    last_updated: Field[Date] | None = None
    cite_as: Field[str] | None = None
    disclaimer: Field[str] | None = None
    copyright_notice: Field[str] | None = None
    language: Field[str] | None = None
    countries: Field[tuple[str, ...]] | None = None
    topics: Field[tuple[str, ...]] | None = None


class DocumentIdentity(Value, frozen=True, kw_only=True):
    """Which bytes a record speaks of."""

    sha256: str
    media_type: str
    bytes: int
    filename: str | None
    language: str | None


class SourceRecord(Value, frozen=True, kw_only=True):
    """Where a report comes from, each field with its proof (`citebound/record/1`).

    Attributes:
        document: The bytes that were read.
        profile: The name of the source profile that was used.
        fields: What was found.
        incomplete: Plugins that failed while it was made.
        handling: What the desk decided about the briefing that it stands in; unset in a record of its own.
    """

    schema: Literal["citebound/record/1"] = "citebound/record/1"
    document: DocumentIdentity
    profile: str
    fields: Fields
    incomplete: tuple[Incomplete, ...] = ()
    handling: Handling | msgspec.UnsetType = msgspec.UNSET

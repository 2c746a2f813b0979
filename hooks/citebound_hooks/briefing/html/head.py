"""The head of the page: what browsers, catalogues and screen readers are told of it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from markupsafe import Markup

from citebound.model import SourceRecord
from citebound_hooks.briefing.html.tags import line, tag
from citebound_hooks.briefing.manuscript.metadata import Metadata
from citebound_hooks.formats.record_dcterms import terms
from citebound_hooks.formats.reference import reference_of
from citebound_hooks.formats.xml_text import in_xml

SOURCE = "#source"
"""The subject of the statements on the source; those on the page itself have none."""


def head(metadata: Metadata, record: SourceRecord, looks: str) -> Markup:
    """Writes the head.

    Args:
        metadata: Of the briefing.
        record: Of its source, for Dublin Core.
        looks: The style sheet; only this one applies, as the content security policy says by its digest.
    """
    digest = b64encode(sha256(looks.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    parts = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        _meta("viewport", "width=device-width, initial-scale=1"),
        _meta("referrer", "no-referrer"),
        _meta("color-scheme", "light dark"),
        tag("title", in_xml(metadata.title)),
        *_of_the_page(metadata),
        *_of_the_source(record),
        tag("style", Markup(looks)),  # noqa: S704 - our own, and `css_string` escapes what a style says
    ]
    return tag("head", Markup("\n"), *map(line, parts))


def _of_the_page(metadata: Metadata) -> Iterator[Markup]:
    yield _meta("generator", metadata.tool)
    yield _meta("DCTERMS.title", metadata.title)
    yield _meta("DCTERMS.language", metadata.language)
    yield _meta("DCTERMS.modified", metadata.iso_date)
    yield _meta("DCTERMS.source", metadata.source)
    yield _meta("DCTERMS.format", "text/html")
    for name, _, value in metadata.provenance:
        yield _meta(f"citebound.{name}", value)


def _of_the_source(record: SourceRecord) -> Iterator[Markup]:
    """Yields the record as Dublin Core terms (RDFa Core 1.1, whose initial context knows the prefix)."""
    for term, value, _ in terms(reference_of(record)):
        if value:
            yield tag("meta", about=SOURCE, property=f"dcterms:{term}", content=in_xml(value))


def _meta(name: str, content: str) -> Markup:
    return tag("meta", name=name, content=in_xml(content))

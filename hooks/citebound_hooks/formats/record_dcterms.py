"""A record as Dublin Core terms in XML (DCMI Metadata Terms; guidelines for Dublin Core in XML).

The republisher is `dcterms:mediator`, an entity that mediates access to the resource, and never the publisher.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from citebound.formats import Given, OutputContext
from citebound.model import Date, SourceRecord
from citebound_hooks.formats.reference import Reference, reference_of, references_of
from citebound_hooks.formats.xml_text import in_xml

_TERMS = "http://purl.org/dc/terms/"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_NAMES = {"dcterms": _TERMS, "xsi": "http://www.w3.org/2001/XMLSchema-instance"}
Term = tuple[str, str, str]


def write(record: SourceRecord, context: OutputContext) -> str:
    """Returns the XML with its declaration."""
    return _document(_metadata(reference_of(record)))


def write_several(given: Sequence[Given]) -> str:
    """Returns the XML with its declaration: a `records` element that holds one `metadata` element a record."""
    root = etree.Element("records", nsmap=_NAMES)
    root.extend(map(_metadata, references_of(given)))
    return _document(root)


def _metadata(reference: Reference) -> etree._Element:
    root = etree.Element("metadata", nsmap=_NAMES)
    for term, value, encoding in terms(reference):
        if value:
            element = etree.SubElement(root, f"{{{_TERMS}}}{term}")
            element.text = in_xml(value)
            if encoding:
                element.set(_TYPE, f"dcterms:{encoding}")
    return root


def _document(root: etree._Element) -> str:
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written.decode()


def terms(reference: Reference) -> Iterator[Term]:
    """Yields each term, its value (empty if unknown) and the encoding scheme of the value."""
    yield "title", reference.title, ""
    yield from (("creator", author, "") for author in reference.authors)
    yield "publisher", reference.publisher, ""
    yield "mediator", reference.republisher, ""
    yield _issued(reference.published)
    yield "identifier", reference.symbol, ""
    yield "identifier", reference.url, "URI"
    yield "source", reference.original_url, "URI"
    yield "isPartOf", reference.series, ""
    yield "bibliographicCitation", reference.cite_as, ""
    yield "language", reference.language, "RFC5646"
    yield from (("spatial", country, "") for country in reference.countries)
    yield from (("subject", topic, "") for topic in reference.topics)
    yield "rights", reference.rights, ""
    yield "rights", reference.disclaimer, ""
    accessed = _date(reference.accessed)
    yield "provenance", f"accessed {accessed}" if accessed else "", ""


def _date(date: Date | None) -> str:
    return date.iso if date is not None and date.iso else ""


def _issued(date: Date | None) -> Term:
    """The date of publication; a range of days is a period (DCMI Period Encoding Scheme)."""
    if date is not None and date.iso and date.iso_end:
        return "issued", f"start={date.iso}; end={date.iso_end}; scheme=W3C-DTF;", "Period"
    return "issued", _date(date), "W3CDTF"

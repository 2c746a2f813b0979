"""What a PDF says about itself: its information dictionary and its XMP packet."""

from __future__ import annotations

from collections.abc import Iterator

import pypdf
from lxml import etree

from citebound.model import Metadatum
from citebound_hooks.language.tags import language_tag
from citebound_hooks.readers.xml import parse_xml

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
# ISO 16684-1, section 8, and the PRISM and PDF/A namespaces that publishers use.
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/rights/": "xmprights",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://prismstandard.org/namespaces/basic/3.0/": "prism",
}
_LARGEST_PACKET = 1_000_000
_MOST = 200
_LONGEST = 5_000


def properties_of(reader: pypdf.PdfReader) -> Iterator[Metadatum]:
    """Yields `pdf:title`, `pdf:author`, `pdf:creationdate` …, then `xmp:dc:title` …, values as they stand there.

    The locator of the first is the key of the information dictionary (ISO 32000-1, 14.3.3), of the second the path
    in the packet.
    """
    information: dict[str, object] = dict(reader.metadata or {})
    for key in list(information)[:_MOST]:
        value = information.get(key)
        if isinstance(value, str) and value.strip():
            yield Metadatum(f"pdf:{key.lstrip('/').lower()}", value[:_LONGEST], str(key))
    yield from _xmp(reader)


def declared_language(reader: pypdf.PdfReader) -> str | None:
    """Returns the BCP 47 tag of the catalog (ISO 32000-1, 14.9.2), if there is one."""
    value = reader.root_object.get("/Lang")
    return language_tag(value) if isinstance(value, str) else None


def _xmp(reader: pypdf.PdfReader) -> Iterator[Metadatum]:
    stream = reader.root_object.get("/Metadata")
    packet = stream.get_object().get_data() if stream is not None else b""
    if not packet or len(packet) > _LARGEST_PACKET:
        return
    root = parse_xml(packet)
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            yield from _property(str(name), str(value))
        for element in description:
            texts = [str(item.text or "") for item in element.iter(f"{_RDF}li")] or [element.text or ""]
            for number, text in enumerate(texts[:_MOST], 1):
                yield from _property(str(element.tag), text, f"[{number}]" if len(texts) > 1 else "")


def _property(tag: str, value: str, place: str = "") -> Iterator[Metadatum]:
    name = etree.QName(tag)
    prefix = _PREFIXES.get(name.namespace or "")
    if prefix and value.strip():
        yield Metadatum(
            f"xmp:{prefix}:{name.localname.lower()}",
            value[:_LONGEST],
            f"xmp/{prefix}:{name.localname}{place}",
        )

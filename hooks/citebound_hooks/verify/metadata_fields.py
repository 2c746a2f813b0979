"""The fields of the metadata (ISO 16684-1, XMP), each on its own, however the packet is written."""

from __future__ import annotations

from collections.abc import Iterator

import pypdf
from lxml import etree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.aiim.org/pdfa/ns/extension/": "pdfaExtension",
    "urn:x-citebound:briefing:1": "citebound",
}
_OF_WHOEVER_WROTE_LAST = frozenset({"pdf:Producer", "xmp:ModifyDate", "xmp:MetadataDate"})


def metadata_packet(reader: pypdf.PdfReader) -> bytes:
    """Returns the metadata as they stand in the file; nothing if there are none."""
    stream = reader.root_object.get("/Metadata")
    packet: bytes = stream.get_object().get_data() if stream is not None else b""
    return packet


def metadata_fields(packet: bytes) -> Iterator[tuple[str, bytes]]:
    """Yields name and canonical form of each field: `metadata dc:title`; of what is no XML, the whole as one."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=True)
    try:
        root = etree.fromstring(packet.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        yield "metadata", packet
        return
    for description in root.iterfind(f".//{RDF}RDF/{RDF}Description"):
        for name, value in description.attrib.items():
            yield from _field(str(name), str(value).encode("utf-8", "surrogatepass"))
        for child in description.iterchildren(tag=etree.Element):
            yield from _field(
                str(child.tag), etree.tostring(child, method="c14n", exclusive=True, with_tail=False)
            )


def _field(name: str, value: bytes) -> Iterator[tuple[str, bytes]]:
    space, _, local = name.rpartition("}")
    named = f"{_PREFIXES.get(space[1:], space[1:])}:{local}"
    if space and space != RDF[:-1] and named not in _OF_WHOEVER_WROTE_LAST:
        yield f"metadata {named}", value

"""The metadata of the PDF: what it is, of what, and which standards it keeps (ISO 16684-1, XMP)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import escape

from citebound_hooks.briefing.manuscript.metadata import Metadata

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "citebound": "urn:x-citebound:briefing:1",
}
PRODUCER = "ReportLab"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def pdf_date(metadata: Metadata) -> str:
    """Returns the date in the syntax of ISO 32000-1, 7.9.4."""
    digits = "".join(character for character in metadata.iso_date if character.isdigit())
    return f"D:{digits}Z"


def xmp(metadata: Metadata) -> bytes:
    """Writes the XMP packet."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" {spaces}>\n'
        f"{chr(10).join(_properties(metadata))}\n"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _properties(metadata: Metadata) -> Iterator[str]:
    stamp = metadata.iso_date
    yield "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    yield f"<dc:format>application/pdf</dc:format><dc:source>{_text(metadata.source)}</dc:source>"
    title = f'<rdf:li xml:lang="x-default">{_text(metadata.title)}</rdf:li>'
    yield f"<dc:title><rdf:Alt>{title}</rdf:Alt></dc:title>"
    yield f"<dc:creator><rdf:Seq><rdf:li>{_text(metadata.creator)}</rdf:li></rdf:Seq></dc:creator>"
    yield f"<dc:language><rdf:Bag><rdf:li>{_text(metadata.language)}</rdf:li></rdf:Bag></dc:language>"
    yield f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
    yield f"<xmp:CreatorTool>{_text(metadata.tool)}</xmp:CreatorTool>"
    yield f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>"
    for name, _, value in metadata.provenance:
        yield f"<citebound:{name}>{_text(value)}</citebound:{name}>"
    yield _extensions(metadata)


def _text(value: str) -> str:
    """Escapes a value; what XML cannot hold becomes U+FFFD."""
    return str(escape(_ILLEGAL.sub("\ufffd", value)))


def _extensions(metadata: Metadata) -> str:
    """Describes the schemas that PDF/A does not know (ISO 19005-3, 6.6.2.3)."""
    universal = _property("part", "Integer", "internal", "Part of ISO 14289 that the file conforms to")
    ours = "".join(_property(name, "Text", "external", meaning) for name, meaning, _ in metadata.provenance)
    schemas = _schema("PDF/UA identification", "pdfuaid", universal)
    if ours:
        schemas += _schema("Provenance of a citebound briefing", "citebound", ours)
    return f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>"


def _schema(title: str, prefix: str, properties: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{title}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _property(name: str, kind: str, category: str, meaning: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{_text(meaning)}</pdfaProperty:description></rdf:li>"
    )

"""What the file says of itself, what it carries along, and its bytes: the same for the same document."""

from __future__ import annotations

import re
import zipfile
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from citebound_hooks.briefing.manuscript.attachments import Attachment
from citebound_hooks.briefing.manuscript.metadata import Metadata
from citebound_hooks.formats.xml_text import in_xml

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

ATTACHED = "urn:x-citebound:attachment:1"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of custom properties (ISO/IEC 29500-1, 22.3.2.2)
_LONGEST = 255
_NOT_IN_XML = re.compile("[\x7f-\x9f\ufffe\uffff]")
_EARLIEST = datetime(1980, 1, 1)


def describe(document: Document, metadata: Metadata) -> None:
    """Writes the core properties, and what ties the briefing to its source as custom ones."""
    core = document.core_properties
    for name, words in {
        "title": metadata.title, "author": metadata.creator, "subject": metadata.source,
        "last_modified_by": metadata.tool, "comments": "", "keywords": "", "category": "",
    }.items():  # fmt: skip
        setattr(core, name, in_xml(words)[:_LONGEST])
    core.language, core.revision = metadata.language, 1
    core.created = core.modified = metadata.when.replace(tzinfo=None)
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={"p": _PROPERTIES, "vt": _TYPES})
    for number, (name, _, value) in enumerate(metadata.provenance, 2):
        held = etree.SubElement(root, f"{{{_PROPERTIES}}}property", fmtid=_SET, pid=str(number), name=name)
        etree.SubElement(held, f"{{{_TYPES}}}lpwstr").text = in_xml(value)
    part = _part(document, "/docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, root)
    document.part.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def carry(document: Document, attachments: Sequence[Attachment]) -> None:
    """Puts the attachments into the file as custom XML, which word processors keep when the text is edited."""
    for number, attachment in enumerate(attachments, 2):  # the first one is of python-docx's own document
        root = etree.Element(f"{{{ATTACHED}}}attachment", nsmap={"c": ATTACHED})
        plain = attachment.is_json
        for key, value in {
            "name": attachment.name, "mediaType": attachment.media_type,
            "relationship": attachment.relationship, "encoding": "text" if plain else "base64",
        }.items():  # fmt: skip
            root.set(key, value)
        root.text = _json(attachment.content) if plain else b64encode(attachment.content).decode()
        part = _part(document, f"/customXml/item{number}.xml", CONTENT_TYPE.XML, root)
        document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def bytes_of(document: Document, when: datetime) -> bytes:
    """Returns the file; its entries bear a fixed time, without the picture that python-docx begins with."""
    package = document.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[key]
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    stamp = max(when.replace(tzinfo=None), _EARLIEST).timetuple()[:6]
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                0o600 << 16,
                3,
            )
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _part(document: Document, name: str, content_type: str, root: _Element) -> Part:
    blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return Part(PackURI(name), content_type, blob, document.part.package)


def _json(content: bytes) -> str:
    """Returns the same JSON without characters that XML does not allow."""
    return _NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", content.decode())

"""Associated files: what a briefing carries along (ISO 19005-3, 6.8; ISO 32000-2, 7.11.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from typing import Literal

from reportlab.pdfbase import pdfdoc

from citebound_hooks.briefing.pdf.numbers import text_string

Relationship = Literal["Source", "Data", "Supplement"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF.

    Attributes:
        name: ASCII, as the reader's program will show and save it.
        relationship: What it is to the briefing.
        description: For people, in the language of the briefing.
    """

    name: str
    media_type: str
    relationship: Relationship
    description: str
    content: bytes


def attach(document: pdfdoc.PDFDocument, attachments: Sequence[Attachment], modified: str) -> None:
    """Embeds the files and names them in the catalog."""
    specifications = {item.name: document.Reference(_specification(document, item, modified)) for item in attachments}
    names = [part for name in sorted(specifications) for part in (text_string(name), specifications[name])]
    catalog = document.Catalog
    catalog.AF = pdfdoc.PDFArray(list(specifications.values()))
    catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})})


def _specification(document: pdfdoc.PDFDocument, item: Attachment, modified: str) -> pdfdoc.PDFDictionary:
    file = document.Reference(_file(item, modified))
    name = text_string(item.name)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Filespec", "F": pdfdoc.PDFString(item.name), "UF": name, "Desc": text_string(item.description),
            "AFRelationship": f"/{item.relationship}", "EF": pdfdoc.PDFDictionary({"F": file, "UF": file}),
        }
    )  # fmt: skip


def _file(item: Attachment, modified: str) -> pdfdoc.PDFStream:
    digest = md5(item.content, usedforsecurity=False).hexdigest()
    parameters = {"Size": len(item.content), "ModDate": f"({modified})", "CheckSum": f"<{digest}>"}
    subtype = item.media_type.replace("/", "#2F").replace("+", "#2B")
    entries = {"Type": "/EmbeddedFile", "Subtype": f"/{subtype}", "Params": pdfdoc.PDFDictionary(parameters)}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), item.content, [pdfdoc.PDFZCompress])

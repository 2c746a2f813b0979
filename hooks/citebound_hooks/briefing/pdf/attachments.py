"""Associated files: what a briefing carries along (ISO 19005-3, 6.8; ISO 32000-2, 7.11.4)."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import md5
from typing import Any

from reportlab.pdfbase import pdfdoc

from citebound_hooks.briefing.manuscript.attachments import Attachment
from citebound_hooks.briefing.pdf.numbers import text_string
from citebound_hooks.briefing.pdf.objects import ObjectStore, array, dictionary
from citebound_hooks.briefing.pdf.stream import Stream


def attach(objects: ObjectStore, attachments: Sequence[Attachment], modified: str) -> None:
    """Embeds the files and names them in the catalog."""
    files = {item.name: objects.reference(_specification(objects, item, modified)) for item in attachments}
    names: list[Any] = [part for name in sorted(files) for part in (text_string(name), files[name])]
    objects.describe(
        AF=array(list(files.values())), Names=dictionary(EmbeddedFiles=dictionary(Names=array(names)))
    )


def _specification(objects: ObjectStore, item: Attachment, modified: str) -> pdfdoc.PDFDictionary:
    file = objects.reference(_file(item, modified))
    return dictionary(
        Type="/Filespec", F=pdfdoc.PDFString(item.name), UF=text_string(item.name),
        Desc=text_string(item.description), AFRelationship=f"/{item.relationship}", EF=dictionary(F=file, UF=file),
    )  # fmt: skip


def _file(item: Attachment, modified: str) -> Stream:
    digest = md5(item.content, usedforsecurity=False).hexdigest()
    parameters = dictionary(Size=len(item.content), ModDate=f"({modified})", CheckSum=f"<{digest}>")
    subtype = item.media_type.replace("/", "#2F").replace("+", "#2B")
    return Stream(item.content, {"Type": "/EmbeddedFile", "Subtype": f"/{subtype}", "Params": parameters})

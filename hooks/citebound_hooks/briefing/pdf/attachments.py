"""Associated files: what a briefing carries along (ISO 19005-3, 6.8; ISO 32000-2, 7.11.4)."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import md5

from citebound_hooks.briefing.manuscript.attachments import Attachment
from citebound_hooks.briefing.pdf.numbers import string, text_string
from citebound_hooks.briefing.pdf.objects import ObjectStore


def attach(objects: ObjectStore, attachments: Sequence[Attachment], modified: str) -> None:
    """Embeds the files and names them in the catalog."""
    files = {item.name: objects.add(_specification(objects, item, modified)) for item in attachments}
    names = " ".join(f"{text_string(name)} {files[name]}" for name in sorted(files))
    objects.describe(AF=f"[{' '.join(files.values())}]", Names=f"<</EmbeddedFiles <</Names [{names}]>>>>")


def _specification(objects: ObjectStore, item: Attachment, modified: str) -> str:
    file = _file(objects, item, modified)
    return (
        f"<</Type /Filespec /F {string(item.name)} /UF {text_string(item.name)} /Desc {text_string(item.description)} "
        f"/AFRelationship /{item.relationship} /EF <</F {file} /UF {file}>>>>"
    )


def _file(objects: ObjectStore, item: Attachment, modified: str) -> str:
    digest = md5(item.content, usedforsecurity=False).hexdigest()
    parameters = f"<</Size {len(item.content)} /ModDate ({modified}) /CheckSum <{digest}>>>"
    subtype = item.media_type.replace("/", "#2F").replace("+", "#2B")
    return objects.stream(item.content, f"/Type /EmbeddedFile /Subtype /{subtype} /Params {parameters}")

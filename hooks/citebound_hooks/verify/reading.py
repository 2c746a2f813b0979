"""Takes a briefing PDF apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import unescape
from typing import TypeVar

import msgspec
import pypdf

from citebound.errors import UnreadableError
from citebound.model import (
    Block,
    Briefing,
    Component,
    Document,
    Extraction,
    FinishedBriefing,
    Original,
    Provenance,
    SourceRecord,
    Upload,
)
from citebound_hooks.briefing.attachment_names import EXTRACTION, PROVENANCE, RECORD, original_name
from citebound_hooks.verify.metadata_fields import metadata_packet
from citebound_hooks.verify.opening import open_pdf
from citebound_hooks.verify.parts import parts_of
from citebound_hooks.verify.revisions import revisions_of
from citebound_hooks.verify.signed import signature_in

_MAY_BE_OURS = (b"citebound", b"/ObjStm", b"/EmbeddedFiles")
_DIGEST = re.compile(r"<citebound:(\w{1,40})>([0-9a-f]{64})</citebound:\1>")
_TITLE = re.compile(r"<dc:title>.{0,200}?<rdf:li[^>]{0,99}>(.{0,2000}?)</rdf:li>", re.DOTALL)
T = TypeVar("T")


def read_briefing(upload: Upload) -> Document | None:
    """Reads a briefing that citebound rendered; None if the PDF is no such one.

    Raises:
        UnreadableError: If it is one but is damaged.
    """
    if not any(mark in upload.content for mark in _MAY_BE_OURS):
        return None
    try:
        reader = open_pdf(upload.content)
        files = list(reader.attachment_list)
        attached = {str(each.name): each.content for each in reversed(files)}  # the first of a name counts
        if not {RECORD, EXTRACTION, PROVENANCE} & set(attached):
            return None
    except (
        Exception
    ):  # not even its attachments can be listed: whatever reads ordinary PDFs says what is wrong
        return None
    try:
        finished = take_apart(upload.content, reader, attached, [str(each.name) for each in files])
    except Exception as error:  # pypdf lets errors of Python escape on damaged files
        raise UnreadableError(
            f"the briefing is damaged ({type(error).__name__}: {error}); render it anew"
        ) from error
    text = finished.briefing.extraction.document.text if finished.briefing else "\n\n".join(finished.pages)
    return Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type="application/pdf",
        bytes=len(upload.content),
        filename=upload.filename,
        language=finished.briefing.extraction.document.language if finished.briefing else None,
        blocks=(Block(0, len(text)),),
        finished=finished,
    )


def renderer_in(reader: pypdf.PdfReader) -> tuple[Component, ...] | None:
    """Returns what a briefing that was just rendered says of its renderer; None if it is no such one."""
    attached = reader.attachments.get(PROVENANCE)
    return msgspec.json.decode(attached[0], type=Provenance).renderer if attached else None


def take_apart(
    content: bytes, reader: pypdf.PdfReader, attached: dict[str, bytes], names: Sequence[str]
) -> FinishedBriefing:
    """Returns the parts of a briefing."""
    broken = [f"there is more than one attachment {name}" for name, n in Counter(names).items() if n > 1]
    record = _decoded(attached, RECORD, SourceRecord, broken)
    extraction = _decoded(attached, EXTRACTION, Extraction, broken)
    provenance = _decoded(attached, PROVENANCE, Provenance, broken)
    xmp = metadata_packet(reader).decode("utf-8", "replace")
    parts = parts_of(reader)  # before any text is read
    title = _TITLE.search(xmp)
    return FinishedBriefing(
        pages=tuple(map(_text, reader.pages)),
        parts=parts,
        digests=dict(_DIGEST.findall(xmp)),
        attachments={name: sha256(data).hexdigest() for name, data in attached.items()},
        title=unescape(title[1]) if title else "",
        revisions=len(revisions_of(content)),
        signature=signature_in(reader, content),
        template=provenance.template if provenance else None,
        renderer=provenance.renderer if provenance else (),
        briefing=_briefing(record, extraction, provenance, attached),
        broken=tuple(broken),
    )


def _decoded(attached: dict[str, bytes], name: str, kind: type[T], broken: list[str]) -> T | None:
    if name not in attached:
        broken.append(f"the attachment {name} is missing")
        return None
    try:
        return msgspec.json.decode(attached[name], type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        broken.append(f"the attachment {name} cannot be read: {error}")
        return None


def _briefing(
    record: SourceRecord | None,
    extraction: Extraction | None,
    provenance: Provenance | None,
    attached: Mapping[str, bytes],
) -> Briefing | None:
    if record is None or extraction is None or provenance is None:
        return None
    return Briefing(
        record=record,
        profile=provenance.profile,
        extraction=extraction,
        findings=provenance.findings,
        decisions=provenance.decisions,
        components=provenance.components,
        incomplete=provenance.incomplete,
        dated=provenance.dated,
        reading=provenance.reading,
        original=_original(record, attached),
    )


def _original(record: SourceRecord, attached: Mapping[str, bytes]) -> Original | None:
    """The attached original, if the briefing says that it carries it; it was cleaned when it was attached."""
    append = record.handling.append if record.handling else None
    content = attached.get(original_name(record.document.media_type))
    if append is None or append.policy != "original" or content is None:
        return None
    return Original(media_type=record.document.media_type, content=content, clean=True)


def _text(page: pypdf.PageObject) -> str:
    """The words of a page; none of one that cannot be read, which its digest tells."""
    try:
        return page.extract_text()
    except Exception:  # pypdf lets errors of Python escape on damaged pages
        return ""

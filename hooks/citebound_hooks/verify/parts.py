"""The parts of a briefing PDF by their names for people, each with a digest: pages, links, fonts, attachments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject

from citebound_hooks.verify.digests import Digests
from citebound_hooks.verify.metadata_fields import metadata_fields, metadata_packet
from citebound_hooks.verify.part_names import SIGNATURE
from citebound_hooks.verify.signed import only_forbids_changes, signature_field
from citebound_hooks.verify.structure_parts import outline_parts, structure_parts

_OF_THE_FILE = frozenset({"/Pages", "/Metadata", "/Names", "/Type", "/Version", "/Extensions"})
_OF_WHOEVER_WROTE_LAST = frozenset({"/Producer", "/ModDate"})
_NAMES = {
    "/AF": "associated files",
    "/StructTreeRoot": "structure tree",
    "/Outlines": "outline",
    "/OutputIntents": "colour profile",
    "/OpenAction": "action on opening",
    "/AA": "further actions",
    "/AcroForm": "form",
    "/Dests": "destinations",
    "/JavaScript": "JavaScript",
    "/Lang": "language",
    "/ViewerPreferences": "viewer preferences",
    "/MarkInfo": "mark information",
    "/PageMode": "page mode",
}
Named = Iterator[tuple[str, Any]]


def parts_of(reader: pypdf.PdfReader) -> dict[str, str]:
    """Returns the digest of each part of a PDF, by its name for people.

    `page 2` is the second page without its links; a link is named by its words and the page that it was made for.

    Args:
        reader: The PDF, no text of which was read yet: that changes the objects of a page.
    """
    pages, fonts = _page_labels(reader), dict(_fonts(reader))
    files = list(reader.attachment_list)
    labels = pages | {number: name for name, (number, _) in _numbered(fonts.items())}
    labels |= {
        number: f"attachment {each.name}"
        for each in files
        if (number := _number(each.pdf_object)) is not None
    }
    labels |= dict(_annotation_labels(reader))
    digests = Digests(labels)
    values = [
        *_pages(reader),
        *_annotations(reader, pages),
        *((name, font) for name, (_, font) in _numbered(fonts.items())),
        *((f"attachment {each.name}", each.pdf_object) for each in files),
        *_described(reader),
        *_catalog(reader),
        *structure_parts(reader, pages),
        *outline_parts(reader),
    ]
    return {name: digests.of(value) for name, value in _numbered(values)}


def _numbered(named: Iterable[tuple[str, Any]]) -> Named:
    """The same, with a number behind each name that was there before."""
    seen: Counter[str] = Counter()
    for name, value in named:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", value


def _number(value: Any) -> int | None:
    """The object number of a value; None if it stands within another."""
    reference = getattr(value, "indirect_reference", None)
    return reference.idnum if isinstance(reference, IndirectObject) else None


def _page_labels(reader: pypdf.PdfReader) -> dict[int, str]:
    """The name of each page by its object number: its place as rendered, which its key in the structure tree tells."""
    labels: dict[int, str] = {}
    for place, page in enumerate(reader.pages, 1):
        key = page.get("/StructParents")
        label = f"page {key + 1}" if isinstance(key, int) else f"page {place} without structure"
        if (number := _number(page)) is not None:
            labels[number] = label
    return labels


def _pages(reader: pypdf.PdfReader) -> Named:
    for place, page in enumerate(reader.pages, 1):
        yield (
            f"page {place}",
            DictionaryObject({key: page.raw_get(key) for key in page if key not in ("/Annots", "/Parent")}),
        )


def _annotations(reader: pypdf.PdfReader, labels: dict[int, str]) -> Named:
    signature = signature_field(reader)
    for page in reader.pages:
        where = labels.get(_number(page) or 0, "a page")
        for reference in page.get("/Annots") or ():
            annotation = reference.get_object()
            kind = f"{SIGNATURE} field" if annotation == signature else _kind(annotation)
            yield f"{kind} on {where}", annotation


def _annotation_labels(reader: pypdf.PdfReader) -> Iterator[tuple[int, str]]:
    """What stands for each annotation in the structure tree: its key there."""
    for page in reader.pages:
        for reference in page.get("/Annots") or ():
            key = reference.get_object().get("/StructParent")
            if isinstance(reference, IndirectObject) and isinstance(key, int):
                yield reference.idnum, f"annotation {key}"


def _kind(annotation: Any) -> str:
    """What an annotation is, with its own words: `link “Whole sentence 1 in the annex”`."""
    kind = str(annotation.get("/Subtype", "/Unknown"))[1:]
    words = str(annotation.get("/Contents") or annotation.get("/T") or "")
    kind = "link" if kind == "Link" else f"{kind} annotation"
    return f"{kind} “{words if len(words) <= 60 else words[:59] + '…'}”" if words else kind


def _fonts(reader: pypdf.PdfReader) -> Named:
    """The fonts that pages name, each once: its name without the tag of its subset, its number and its object."""
    seen: set[int] = set()
    for page in reader.pages:
        resources: Any = page.get("/Resources") or DictionaryObject()
        fonts: Any = resources.get_object().get("/Font") or DictionaryObject()
        for key in fonts:
            reference = fonts.raw_get(key)
            if isinstance(reference, IndirectObject) and reference.idnum not in seen:
                seen.add(reference.idnum)
                font: Any = reference.get_object()
                name = str(font.get("/BaseFont", "/unnamed"))[1:].rpartition("+")[2]
                yield f"font {name}", (reference.idnum, font)


def _described(reader: pypdf.PdfReader) -> Named:
    """What the file says of itself; who wrote it last and when is not part of a briefing."""
    yield from metadata_fields(metadata_packet(reader))
    properties = reader.trailer.get("/Info")
    for key, value in properties.get_object().items() if properties else ():
        if key not in _OF_WHOEVER_WROTE_LAST:
            yield f"document property {key[1:]}", value
    if "/Encrypt" in reader.trailer:
        yield "encryption", b""


def _catalog(reader: pypdf.PdfReader) -> Named:
    catalog, field = reader.root_object, signature_field(reader)
    signature = {"/AcroForm"} if field is not None else set()
    if field is not None and only_forbids_changes(reader, field):
        signature.add("/Perms")
    yield from ((f"{SIGNATURE} {key[1:]}", catalog[key]) for key in sorted(signature))
    for key in sorted(set(catalog) - _OF_THE_FILE - signature):
        yield _NAMES.get(key, f"catalog entry {key[1:]}"), catalog[key]
    names: Any = catalog.get("/Names") or {}
    for key in sorted(set(names.get_object()) - {"/EmbeddedFiles"}):
        yield _NAMES.get(key, f"list of names {key[1:]}"), names[key]

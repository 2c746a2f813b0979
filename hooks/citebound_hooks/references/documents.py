"""From the entries of a reference list to documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

from citebound.errors import NoTextError, UnreadableError
from citebound.model import Block, Document, Metadatum, SourceSegment, Upload
from citebound_hooks.language.tags import language_tag
from citebound_hooks.readers.encoding import decode
from citebound_hooks.references.entry import Entry

CSL = "application/vnd.citationstyles.csl+json"
MOST_ENTRIES = 100_000


def read_references(upload: Upload) -> tuple[Document, ...] | None:
    """Reads a reference list into documents, one for each entry.

    The text of each document is the entry as it stands in the file, so that findings have their lines; its fields
    stand in `metadata`.

    Raises:
        UnreadableError: If it is not what its media type says, or holds too many entries.
        NoTextError: If there is no entry in it.
    """
    entries = _entries_of(upload.media_type or "")
    if entries is None:
        return None
    text = decode(upload.content, (upload.charset,)).text
    digest = sha256(upload.content).hexdigest()
    documents: list[Document] = []
    for entry in entries(text):
        if len(documents) == MOST_ENTRIES:
            raise UnreadableError(f"more than {MOST_ENTRIES} entries; split the list")
        documents.append(_document(upload, text, digest, entry))
    if not documents:
        raise NoTextError("the list has no entries")
    return tuple(documents)


def _entries_of(media_type: str) -> Callable[[str], Iterator[Entry]] | None:
    if media_type == "application/x-bibtex":
        from citebound_hooks.references.bibtex import bibtex_entries

        return bibtex_entries
    if media_type == "application/x-research-info-systems":
        from citebound_hooks.references.ris import ris_entries

        return ris_entries
    if media_type in ("application/json", CSL):
        from citebound_hooks.references.csl_json import csl_entries

        return csl_entries
    return None


def _document(upload: Upload, text: str, digest: str, entry: Entry) -> Document:
    length = entry.end - entry.start
    return Document(
        text=text[entry.start : entry.end],
        sha256=digest,
        media_type=upload.media_type or "",
        bytes=len(upload.content),
        filename=upload.filename,
        language=_language(entry),
        blocks=(Block(0, length, "table-row"),),
        metadata=tuple(Metadatum(*field) for field in entry.fields),
        source=text,
        source_map=(SourceSegment(0, length, entry.start),),
        entry=entry.key,
    )


def _language(entry: Entry) -> str | None:
    named = {field.name.partition(":")[2]: field.value for field in entry.fields}
    tags = (language_tag(named[name]) for name in ("langid", "language", "la") if name in named)
    return next(filter(None, tags), None)

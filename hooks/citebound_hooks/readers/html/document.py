"""An HTML upload to a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from itertools import islice

from citebound.errors import NoTextError, UnreadableError
from citebound.memory import all_kept
from citebound.model import Block, Document, Upload
from citebound_hooks.language.identification import identify_language
from citebound_hooks.readers.encoding import Decoded, decode
from citebound_hooks.readers.html.canonical import canonical
from citebound_hooks.readers.html.charset import declared_charset, is_utf8_beyond_ascii
from citebound_hooks.readers.html.flow import flow_of
from citebound_hooks.readers.html.limits import refuse_bombs
from citebound_hooks.readers.html.metadata import declared_language, metadata_of
from citebound_hooks.readers.html.parsing import parse
from citebound_hooks.readers.html.self_closed import opened_and_closed, renamed
from citebound_hooks.readers.html.source_map import SourceMap

_LARGEST = 20_000_000  # bytes; the longest reports that stand on the web as one page have 5 MB
_XHTML = "application/xhtml+xml"
_BEGINS = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_ENDS = re.compile(r"</(?:html|body)[\s>]", re.IGNORECASE)
_MARGIN = 20_000  # characters at either end of a page in which its first and last tags are looked for
_BLOCKS_FOR_LANGUAGE = 60
# Microdata as people and programs write it, and RDFa as Drupal does.
_MICRODATA = (b"itemprop", b"itemProp", b"ITEMPROP", b'property="dc:', b'property="schema:')


@all_kept()
def read_html(upload: Upload, media_type: str) -> Document:
    """Reads a page: text, blocks, metadata, and the map to its source.

    Raises:
        UnreadableError: If the page is too large, built to keep a parser busy, or holds no text.
    """
    if len(upload.content) > _LARGEST:
        raise UnreadableError(f"the page has more than {_LARGEST // 1_000_000} MB; save it in parts")
    source, damage, in_utf8 = _decoded(upload)
    is_xml = media_type == _XHTML
    refuse_bombs(source)
    utf8 = upload.content if in_utf8 else source.encode()
    root, lost = parse(opened_and_closed(source).encode() if is_xml else utf8)
    flow = flow_of(root)
    made = canonical(flow)
    if not made.size:
        raise NoTextError("the page holds no text")
    text = "".join(made.parts)
    metadata, crowded = metadata_of(root, any(name in utf8 for name in _MICRODATA))
    return Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type=media_type,
        bytes=len(upload.content),
        filename=upload.filename,
        language=declared_language(root, metadata) or identify_language(_beginning(text, made.blocks)),
        blocks=tuple(made.blocks),
        metadata=metadata,
        source=source,
        source_map=SourceMap(renamed(source) if is_xml else source, flow, made),
        notes=tuple(note for note in (damage, lost, _cut_off(source), crowded) if note),
    )


def _cut_off(source: str) -> str | None:
    ending = source[-_MARGIN:]
    whole = "</html>" in ending or not _BEGINS.search(source[:_MARGIN]) or _ENDS.search(ending)
    return None if whole else "the page may be cut off: it has no end tag"


def _beginning(text: str, blocks: Sequence[Block]) -> str:
    """Returns the first words of the report itself; of the page where it has none."""
    body = (text[block.start : block.end] for block in blocks if block.kind != "boilerplate")
    return " ".join(islice(body, _BLOCKS_FOR_LANGUAGE)) or text


def _decoded(upload: Upload) -> Decoded:
    content = upload.content
    declared = declared_charset(content)
    if upload.charset is None and declared not in (None, "utf-8") and is_utf8_beyond_ascii(content):
        declared = "utf-8"
    return decode(content, (upload.charset, declared))

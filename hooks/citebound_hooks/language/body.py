"""Which blocks of a document are its body: not the header, the record's fields, the footer or the navigation."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Block, Document, Field, SourceRecord, Span


def body_blocks(document: Document, record: SourceRecord) -> tuple[Block, ...]:
    """Returns the blocks in which the report itself speaks, in the order of the text."""
    taken = sorted(field_spans(record))
    blocks = [block for block in document.blocks if block.kind not in ("boilerplate", "table-row")]
    free = [block for block in blocks if not any(s.start < block.end and block.start < s.end for s in taken)]
    notice = record.fields.copyright_notice
    end = notice.span.start if notice and notice.span else len(document.text)
    return tuple(block for block in free if block.start < end or _is_prose(document.text, block))


def field_spans(record: SourceRecord) -> Iterator[Span]:
    """Yields where the fields of a record stand in the text."""
    for name in record.fields.__struct_fields__:
        value = getattr(record.fields, name)
        for field in value if isinstance(value, tuple) else (value,):
            if isinstance(field, Field) and field.span:
                yield field.span


def _is_prose(text: str, block: Block) -> bool:
    words = text[block.start : block.end].rstrip()
    return words.endswith((".", "!", "?", "”", '"', "…")) and words.count(" ") >= 5

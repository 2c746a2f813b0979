"""Which blocks of a document are its body, and not its header, its record, its footer or navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from citebound.model import Block, Document, Field, SourceRecord, Span
from citebound_hooks.language.lexicon import load_lexicon
from citebound_hooks.language.opening import text_start

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_SENTENCE_END = (".", "!", "?", "”", '"', "…", "»", ")", "؟", "।")
_SHORT = 25  # words of a block that navigation may have
_MOSTLY = 0.5  # share of a block that fields of the record must cover to make it a part of the header


class Boilerplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `boilerplate.toml`; its head explains the keys."""

    lines: frozenset[str]
    openings: tuple[str, ...]
    labels: tuple[str, ...]
    footers: tuple[str, ...]
    ends: frozenset[str]


@lru_cache(maxsize=4)
def body_blocks(document: Document, record: SourceRecord) -> tuple[Block, ...]:
    """Returns the blocks in which the report itself speaks, in the order of the text."""
    text = document.text
    blocks = document.blocks or tuple(Block(m.start(), m.end()) for m in _PARAGRAPH.finditer(text))
    taken = sorted(field_spans(record))
    body: list[Block] = []
    in_footer = False
    for block in blocks:
        if _ends_body(text, block):
            break
        if _is_notice(text, block) or _holds(block, record.fields.copyright_notice):
            in_footer = bool(body)
        elif _is_body(text, block, taken) and not (in_footer and not _is_prose(text, block)):
            body.append(_from_its_text(text, block))
    return tuple(_without_head(text, body))


def _from_its_text(text: str, block: Block) -> Block:
    """The block without list mark and dateline."""
    start = text_start(text, block.start, block.end)
    return Block(start, block.end, block.kind, block.level) if start != block.start else block


def _without_head(text: str, body: list[Block]) -> list[Block]:
    """Leaves out titles, bylines and dates before the first sentence, if there is a sentence."""
    first = next((index for index, block in enumerate(body) if _is_sentence(text, block)), 0)
    return body[first:]


def _is_sentence(text: str, block: Block) -> bool:
    words = text.count(" ", block.start, block.end)
    stops = text[block.start : block.end].rstrip("\"”»’' )]").endswith((".", "!", "?", "…", "؟", "।", ":"))
    return block.kind != "heading" and (
        words >= _SHORT or (stops and (words >= 3 or block.kind == "list-item"))
    )


def field_spans(record: SourceRecord) -> Iterator[Span]:
    """Yields where the fields of a record stand in the text."""
    for name in record.fields.__struct_fields__:
        value = getattr(record.fields, name)
        for field in value if isinstance(value, tuple) else (value,):
            if isinstance(field, Field) and field.span:
                yield field.span


@cache
def boilerplate() -> Boilerplate:
    """Returns the lexicon of page furniture, read once."""
    return load_lexicon(Path(__file__).with_name("boilerplate.toml"), Boilerplate)


def _is_body(text: str, block: Block, taken: list[Span]) -> bool:
    if block.kind in ("boilerplate", "table-row") or not text[block.start : block.end].strip():
        return False
    if _is_furniture(text, block):
        return False
    covered = sum(_shared(block, span) for span in taken)
    return not covered or (covered < _MOSTLY * (block.end - block.start) and _is_prose(text, block))


def _shared(block: Block, span: Span) -> int:
    return max(0, min(block.end, span.end) - max(block.start, span.start))


def _holds(block: Block, field: Field[str] | None) -> bool:
    return bool(field and field.span and block.start <= field.span.start < block.end)


def _is_notice(text: str, block: Block) -> bool:
    """Whether the block is a copyright notice or another line of a page's foot."""
    return (
        _opens(_head(text, block), boilerplate().footers) and text.count(" ", block.start, block.end) < _SHORT
    )


def _ends_body(text: str, block: Block) -> bool:
    if block.start * 2 < len(text) or block.end - block.start > 30:
        return False
    return text[block.start : block.end].strip(" :\r\n").casefold() in boilerplate().ends


def _is_furniture(text: str, block: Block) -> bool:
    head = _head(text, block)
    if head.rstrip(" :.»›>") in boilerplate().lines:
        return True
    if _opens(head, boilerplate().openings) and text.count(" ", block.start, block.end) < _SHORT:
        return True
    is_field = block.kind != "heading" and _opens(head, boilerplate().labels)
    return is_field and not _is_prose(text, block)


def _head(text: str, block: Block) -> str:
    """The first words of a block, folded; long enough for every phrase of the lexicon."""
    return " ".join(text[block.start : min(block.end, block.start + 80)].split()).casefold()


def _opens(head: str, openings: tuple[str, ...]) -> bool:
    """Whether the words begin with one of the openings, as whole words."""
    if not head.startswith(openings):
        return False
    return any(
        head.startswith(words) and not head[len(words) : len(words) + 1].isalpha() for words in openings
    )


def _is_prose(text: str, block: Block) -> bool:
    words = text[block.start : block.end].rstrip()
    return words.endswith(_SENTENCE_END) and words.count(" ") >= 5

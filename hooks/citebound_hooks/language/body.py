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
_STOPS = (".", "!", "?", "…", "؟", "।", ":")
_FOOTNOTES = re.compile(r"(?:\[\^?\w{1,3}\]){1,9}$")  # "in 2008.[1][2]"
_LONG = 12  # words from which a block without a full stop can be a sentence
_FIGURE = 3  # words of a figure with what it counts
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
    title = record.fields.title
    taken = sorted(span for span in field_spans(record) if not (title and span == title.span))
    body: list[Block] = []
    in_footer = False
    for block in blocks:
        if _ends_body(text, block):
            break
        if _is_notice(text, block) or _holds(block, record.fields.copyright_notice):
            in_footer = bool(body)
        elif _is_title(text, block, title):
            continue
        elif _is_body(text, block, taken) and not (in_footer and not _is_prose(text, block)):
            body.append(_from_its_text(text, block))
    return tuple(_without_head(text, body)) or tuple(
        block for block in blocks if _is_body(text, block, taken)
    )


def _from_its_text(text: str, block: Block) -> Block:
    """The block without list mark and dateline."""
    start = text_start(text, block.start, block.end)
    return Block(start, block.end, block.kind, block.level) if start != block.start else block


def _without_head(text: str, body: list[Block]) -> list[Block]:
    """Leaves out titles, bylines and dates before the first sentence, if there is a sentence."""
    first = next((index for index, block in enumerate(body) if _is_sentence(text, block)), 0)
    list_begins = first
    while list_begins and body[list_begins - 1].kind in ("list-item", "heading"):
        list_begins -= 1
    return body[next((i for i in range(list_begins, first) if _is_key_figure(text, body[i])), first) :]


def _is_key_figure(text: str, block: Block) -> bool:
    """Whether a list item before the first sentence tells something: "31 dredgers counted in September"."""
    words = text[block.start : block.end].split()
    if block.kind != "list-item" or len(words) < _FIGURE:
        return False
    return words[0][0].isdigit() and sum(word.islower() for word in words) * 2 >= len(words)


def _is_sentence(text: str, block: Block) -> bool:
    """Whether a block tells something: it ends with a full stop, or it is long and not written as a title."""
    if block.kind == "heading":
        return False
    exact = _FOOTNOTES.sub("", text[block.start : block.end].rstrip())
    words = exact.split()
    if exact.rstrip("\"”»’' )]").endswith(_STOPS):
        question = exact.endswith("?") and ". " not in exact
        return (len(words) > 3 and not question) or block.kind == "list-item"
    labelled = ":" in exact[: len(exact) // 3]  # "Orland: the harbour, its people and the law"
    return len(words) >= _LONG and not labelled and sum(word.islower() for word in words) * 2 >= len(words)


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


def _is_title(text: str, block: Block, title: Field[str] | None) -> bool:
    """Whether the block is the title; a text whose first sentence serves as its title keeps it."""
    if not title or not title.span or not _shared(block, title.span):
        return False
    exact = text[block.start : block.end].rstrip()
    return not _is_sentence(text, block) or not (exact.endswith(_STOPS) or ". " in exact)


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

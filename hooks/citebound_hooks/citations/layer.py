"""Makes the citations layer: brackets, segments, names, dates and origins put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from citebound.model import Citation, Date, Document, SourceRecord, Span
from citebound_hooks.citations.accept import Cited, accepted, cited_outlets
from citebound_hooks.citations.brackets import Brackets, find_brackets
from citebound_hooks.citations.origins import find_origin
from citebound_hooks.citations.outlets import is_the_same
from citebound_hooks.citations.own import own_names
from citebound_hooks.citations.segments import Reference, read_segment
from citebound_hooks.dates.order import day_first
from citebound_hooks.dates.resolve import publication, range_in_the_past, resolved
from citebound_hooks.language.analysis import analyse
from citebound_hooks.language.body import body_blocks


class Group(NamedTuple):
    """Brackets, and the references that their segments give."""

    brackets: Brackets
    references: tuple[Reference, ...]


def citation_items(document: Document, record: SourceRecord) -> list[Citation]:
    """Returns the inline citations of the body in the order of the text."""
    analysis = analyse(document, record)
    groups = list(_groups(document, record, day_first(document, analysis)))
    seen = cited_outlets(reference for group in groups for reference in group.references)
    sentences = analysis.sentences
    own = own_names(record, document.text[: sentences[0].start] if sentences else "")
    starts = [sentence.start for sentence in sentences]
    items: list[Citation] = []
    done = 0
    for group in groups:
        opened = group.brackets.start
        sentence = sentences[bisect_right(starts, opened) - 1]
        cited = list(accepted(document.text, opened, group.references, seen, own))
        if cited:
            origin = find_origin(document.text, max(done, sentence.start), opened, seen)
            place = document.span(sentence.start, sentence.end)
            for one in cited:
                repeated = items[-1].outlet if items and is_the_same(one.outlet) else one.outlet
                declared = origin if one.kind == "source" else None
                items.append(_item(document, record, one._replace(outlet=repeated), place, declared))
            done = group.brackets.end
    return [replace(item, id=f"R{number}") for number, item in enumerate(items, 1)]


def _groups(document: Document, record: SourceRecord, numbers: bool | None) -> Iterator[Group]:
    for block in body_blocks(document, record):
        for brackets in find_brackets(document.text, block.start, block.end):
            references = [
                reference
                for segment in brackets.segments
                for reference in read_segment(document.text, *segment, numbers)
            ]
            if references:
                yield Group(brackets, tuple(references))


def _item(
    document: Document, record: SourceRecord, cited: Cited, sentence: Span, origin: str | None
) -> Citation:
    reference = cited.reference
    return Citation(
        id="",
        outlet=cited.outlet,
        date=_date(document, record, reference),
        kind=cited.kind,
        span=document.span(reference.start, reference.end),
        sentence=sentence,
        origin=origin,
        rule=cited.rule,
    )


def _date(document: Document, record: SourceRecord, reference: Reference) -> Date | None:
    printed = reference.date
    if printed is None or printed.undated:
        return None
    parts, until = range_in_the_past(printed.parts, printed.until, publication(record))
    return resolved(document, printed.start, printed.end, parts, until)

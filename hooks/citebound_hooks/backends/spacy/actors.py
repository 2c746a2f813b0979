"""The names that a pipeline finds in a document's body, as actors with exact mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from citebound.model import Actor, ActorType, Document, Extraction, ModelUse, SourceRecord, Span
from citebound_hooks.backends.spacy.pieces import pieces
from citebound_hooks.backends.spacy.pipeline import Name, Pipeline
from citebound_hooks.language.body import body_blocks

_TAIL = re.compile(r"(?:['’]s?|[\s,.;:]{1,9})$")
_MARKS = " \t\n\r\xa0\"'“”„«»‘’()[],.;:"
Found = dict[tuple[str, ActorType], list[Span]]


def named_actors(
    pipeline: Pipeline, document: Document, record: SourceRecord, before: Extraction
) -> Sequence[Actor | ModelUse]:
    """Returns an actor for each name, and what was proposed and dropped.

    The same words with the same type are one actor. A name inside an inline citation is an outlet there, not an actor.
    """
    places = list(pieces(document.text, body_blocks(document, record)))
    proposed = [
        (start, name)
        for (start, _), names in zip(
            places, pipeline.names(document.text[slice(*place)] for place in places), strict=True
        )
        for name in names
    ]
    cited = sorted((citation.span.start, citation.span.end) for citation in before.citations)
    found: Found = {}
    dropped: Counter[str] = Counter()
    for start, name in proposed:
        span = _trimmed(document, start, name)
        reason = _refused(span, cited)
        if span is None or reason:
            dropped[reason] += 1
        else:
            found.setdefault((" ".join(span.exact.split()), name.type), []).append(span)
    use = ModelUse(
        rule=pipeline.rule, kind="pipeline", layer="actors", proposed=len(proposed), dropped=dict(dropped)
    )
    return [*_actors(found, pipeline.rule), use]


def _actors(found: Found, rule: str) -> list[Actor]:
    return [
        Actor(id=f"{number}", name=words, type=kind, mentions=tuple(spans), rule=rule)
        for number, ((words, kind), spans) in enumerate(found.items())
    ]


def _trimmed(document: Document, offset: int, name: Name) -> Span | None:
    """The name's place in the document without marks, blanks and a possessive at its ends."""
    start, end = offset + name.start, offset + name.end
    words = _TAIL.sub("", document.text[start:end])
    inner = words.strip(_MARKS)
    start += len(words) - len(words.lstrip(_MARKS))
    return document.span(start, start + len(inner)) if inner else None


def _refused(span: Span | None, cited: list[tuple[int, int]]) -> str:
    """Why a name is no mention of an actor; empty if it is one."""
    if span is None or not any(letter.isalpha() for letter in span.exact) or span.exact.islower():
        return "no name"
    if "\n" in span.exact.replace("\r\n", " ").replace("\n", " ", 1):
        return "over several lines"
    at = bisect_left(cited, (span.end,)) - 1
    return "inside an inline citation" if at >= 0 and cited[at][1] > span.start else ""

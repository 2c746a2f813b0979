"""An extraction for people, sentence by sentence: what was found there, and which rule of which stage found it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from citebound.formats import OutputContext
from citebound.model import Extraction, Span
from citebound_hooks.language.sentences import sentence_spans

_LINE = re.compile(r"[^\r\n]+")


def write(extraction: Extraction, context: OutputContext) -> str:
    """Returns each sentence in which something was found, with one line an item: its place, rule and words."""
    text = extraction.document.text
    sentences = [
        place for line in _LINE.finditer(text) for place in sentence_spans(text, line.start(), line.end())
    ]
    starts = [start for start, _ in sentences]
    found: dict[int, list[tuple[int, str]]] = {}
    for span, rule, words in _items(extraction):
        found.setdefault(bisect_right(starts, span.start) - 1, []).append(
            (span.start, f"  {span.start}–{span.end}  {rule:28} {words}")
        )
    parts = []
    for number in sorted(found):
        start, end = sentences[max(number, 0)]
        parts += [f"{start}–{end}  {text[start:end]}", *(line for _, line in sorted(found[number])), ""]
    return "\n".join(parts)


def _items(extraction: Extraction) -> Iterator[tuple[Span, str, str]]:
    names = {actor.id: actor.name for actor in extraction.actors}
    for citation in extraction.citations:
        date = citation.date.iso if citation.date else None
        origin = f", origin {citation.origin}" if citation.origin else ""
        yield citation.span, citation.rule, f"{citation.id} {citation.kind} {citation.outlet}, {date}{origin}"
    for each in extraction.dates:
        if each.span:
            yield each.span, each.rule, f"date “{each.raw}” is {each.iso or 'undecided'}"
    for actor in extraction.actors:
        for span in actor.mentions:
            yield span, actor.rule, f"{actor.id} {actor.type} “{span.exact}” is {actor.name}"
    for claim in extraction.claims:
        who = names.get(claim.source.actor or "") or (
            claim.source.span.exact if claim.source.span else "nobody"
        )
        said = " … ".join(span.exact for span in claim.content)
        yield claim.cue or claim.sentence, claim.rule, f"{claim.id} {claim.kind} by {who}: {said}"
    for event in extraction.events:
        for span in event.mentions:
            yield span, event.rule, f"{event.id} {event.type} “{span.exact}”"
    for hedge in extraction.hedges:
        yield hedge.span, hedge.rule, f"hedge “{hedge.span.exact}” of {hedge.claim or 'the sentence'}"
    for sentence in extraction.summary:
        yield sentence.span, sentence.rule, "chosen for the summary"

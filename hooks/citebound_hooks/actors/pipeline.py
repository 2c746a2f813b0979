"""The actors layer: named stages, each of which passes typed values to the next.

reading (acronyms, runs, phrases) → choosing → ties → clusters → types → roles → relations → salience
"""

from __future__ import annotations

from citebound.model import Actor, Document, Extraction, SourceRecord, Span
from citebound.model.extraction import Alias

from citebound_hooks.actors.choosing import choose
from citebound_hooks.actors.clusters import Cluster, cluster
from citebound_hooks.actors.phrase import Phrase
from citebound_hooks.actors.reading import Reading, read_phrases
from citebound_hooks.actors.ties import ties
from citebound_hooks.actors.types import actor_type
from citebound_hooks.language.analysis import analyse


def find_actors(document: Document, record: SourceRecord, before: Extraction) -> list[Actor]:
    """Returns the actors of a document, in the order of the text."""
    reading = read_phrases(analyse(document, record), [citation.span for citation in before.citations])
    candidates = choose(reading)
    clusters = cluster(reading, candidates, ties(reading, candidates))
    most = max((len(each.phrases) for each in clusters), default=1)
    return [_actor(document, reading, each, number, most) for number, each in enumerate(clusters, 1)]


def _actor(document: Document, reading: Reading, each: Cluster, number: int, most: int) -> Actor:
    mentions = [document.span(phrase.start, phrase.end) for phrase in each.phrases]
    return Actor(
        id=f"A{number}",
        name=_name(document.text, each),
        type=actor_type(reading, each),
        aliases=tuple(
            Alias(form=document.text[form.start : form.end], kind=form.kind, span=document.span(form.start, form.end))
            for form in dict.fromkeys(each.forms)
        ),
        mentions=tuple(mentions),
        salience=round(len(each.phrases) / most, 3),
        rule=f"actors.{each.phrases[0].kind}",
    )


def _name(text: str, each: Cluster) -> str:
    def fullness(phrase: Phrase) -> tuple[int, int]:
        start, end = phrase.core if phrase.kind == "name" else (phrase.start, phrase.end)
        return (end - start, -start)

    best = max(each.phrases, key=fullness)
    start, end = best.core if best.kind == "name" else (best.start, best.end)
    return " ".join(text[start:end].split())


__all__ = ["Span", "find_actors"]

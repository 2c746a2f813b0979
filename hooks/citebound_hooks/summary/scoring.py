"""Scores a sentence by its place, its actors, claims and events, and how well it stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Event
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.summary.content import Content
from citebound_hooks.summary.lexicon import summary_words

_STOPS = frozenset(".!?…؟।")
_QUOTES = frozenset("\"“«‘”»'")
_STRONG = frozenset({"claim-responsibility", "accuse", "deny", "announce"})


def score(sentences: Sequence[Sentence], index: int, content: Content) -> float:
    """Returns the points of one sentence; the weights are those of `summary.toml`."""
    return _place(sentences, index) + _substance(content) + _form(sentences[index])


def _place(sentences: Sequence[Sentence], index: int) -> float:
    points = summary_words().points
    opens = not index or sentences[index - 1].block is not sentences[index].block
    return points.lead / (1 + index) + (points.opening if opens else 0.0)


def _substance(content: Content) -> float:
    points = summary_words().points
    salience = min(sum(actor.salience for actor in content.actors), 1.0) * points.salience
    claims = points.claim * min(len(content.claims), 3)
    strong = points.strong * any(claim.kind in _STRONG for claim in content.claims)
    events = sum(sorted(map(_event, content.events), reverse=True)[:2]) if content.events else 0.0
    return salience + claims + strong + events + points.sourced * bool(content.citations)


def _event(event: Event) -> float:
    points = summary_words().points
    return (
        points.event
        + points.dated * bool(event.when and event.when.iso)
        + points.placed * bool(event.where)
        + points.casualties * bool(event.casualties)
    )


def _form(sentence: Sentence) -> float:
    words, points, tokens = summary_words(), summary_words().points, sentence.tokens
    count = len(sentence.words)
    first = tokens[0] if tokens else None
    length = 0.0 if words.shortest <= count <= words.longest else points.length
    leans = points.dangling if first and first.lower in words.dangling else 0.0
    ended = any(token.text in _STOPS for token in tokens[-3:])
    quoted = points.quoted if first and first.text in _QUOTES else 0.0
    return length + leans + quoted + (0.0 if ended else points.unfinished)

"""Scores a sentence by its place, its actors, claims and events, and how well it stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Event
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.summary.content import Content
from citebound_hooks.summary.lexicon import summary_words

_STOPS = frozenset(".!?…؟।")
_QUOTES = frozenset("\"“«‘”»'")
_OPENING = 10  # tokens in which a subject pronoun may stand behind "In his interview"
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
    leans = points.dangling if first and _leans(sentence) else 0.0
    last = [token.text for token in tokens[-3:]]
    quoted = points.quoted if first and first.text in _QUOTES else 0.0
    asks = points.question if "?" in last and "." not in last else 0.0
    return (
        length + leans + quoted + asks + _spoken(sentence) + (0.0 if _STOPS & {*last} else points.unfinished)
    )


def _leans(sentence: Sentence) -> bool:
    """Whether a sentence says of whom or what it speaks only with the one before it."""
    lexicon, words = summary_words(), sentence.lower
    if words[0] in lexicon.dangling:
        return True
    if len(sentence.words) < lexicon.shortest and sentence.words and sentence.words[-1] in lexicon.pointing:
        return True
    if words[0] not in lexicon.leading:
        return False
    opening = sentence.tokens[1:_OPENING]
    subject = next((token for token in opening if token.capitalised or token.lower in lexicon.subjects), None)
    return subject is not None and subject.lower in lexicon.subjects


def _spoken(sentence: Sentence) -> float:
    """What a sentence loses that is said to somebody: a turn of a talk says little without the other turns."""
    if summary_words().dialogue.isdisjoint(sentence.lower) or any(t.text in _QUOTES for t in sentence.tokens):
        return 0.0
    return summary_words().points.dialogue

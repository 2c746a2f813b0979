"""Stage 9: how much an actor matters to the report: how often it is named, how early, whether it acts."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.reading.phrase import ACTS, HEADLINE, OWNS, PhraseKind

_WEIGHT: dict[PhraseKind, float] = {
    "name": 1.0,
    "state": 0.6,
    "group": 0.7,
    "office": 0.35,
    "people": 0.3,
    "described": 0.5,
    "place": 0.0,
}
_EARLY = 0.8  # what the first sentence adds
_ACTING = 0.6  # what each acting mention adds, up to …
_ACTS = 4
_TOLD = 0.8  # what aliases and roles add: the text says who the actor is


def saliences(clusters: Sequence[Cluster], sentences: int) -> list[float]:
    """Returns the salience of each actor, 0 to 1; the highest is 1."""
    scores = [_score(cluster, max(sentences, 1)) for cluster in clusters]
    most = max(scores, default=1.0) or 1.0
    return [round(score / most, 3) for score in scores]


def _score(cluster: Cluster, sentences: int) -> float:
    mentions = len(cluster.phrases) + 0.5 * len(cluster.nouns)
    first = cluster.phrases[0]
    acts = sum(bool(phrase.context & (ACTS | OWNS)) for phrase in cluster.phrases)
    headline = sum(bool(phrase.context & HEADLINE) for phrase in cluster.phrases)
    early = 1 - first.sentence / sentences
    told = bool(cluster.forms) or any(phrase.title for phrase in cluster.phrases)
    weight = max(_WEIGHT[phrase.kind] for phrase in cluster.phrases)
    return weight * (
        log2(1 + mentions) + _ACTING * min(acts, _ACTS) + _EARLY * early + _TOLD * told + 0.3 * headline
    )

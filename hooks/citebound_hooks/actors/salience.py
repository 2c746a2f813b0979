"""Stage 9: how much an actor matters: how often and how early it is named, whether it acts, its part in violence."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, HEADLINE, OWNS, PhraseKind
from citebound_hooks.actors.telling.violence import BLAMED, DOES, SUFFERS, part_in, tells

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
_DEED = 1.5  # what each deed of violence adds, done or suffered, up to …
_DEEDS = 2
_BLAME = 0.8  # what each accusation adds
_ARMED = 0.8  # what an armed group has before others
_READ = 12  # mentions that are read for violence
_TOLD = 0.8  # what aliases and roles add: the text says who the actor is


def saliences(reading: Reading, clusters: Sequence[Cluster]) -> list[float]:
    """Returns the salience of each actor, 0 to 1; the highest is 1."""
    sentences = max(len(reading.analysis.sentences), 1)
    told = frozenset(index for index, words in enumerate(reading.words) if tells(words))
    scores = [_score(cluster, sentences) + _in_violence(reading, cluster, told) for cluster in clusters]
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


def _in_violence(reading: Reading, cluster: Cluster, told: frozenset[int]) -> float:
    """Returns what it adds to do, to suffer or to be blamed for violence."""
    parts = [
        part_in(reading.words[phrase.sentence], phrase)
        for phrase in cluster.phrases[:_READ]
        if phrase.sentence in told
    ]
    deeds = sum(bool(part & (DOES | SUFFERS)) for part in parts)
    blamed = sum(bool(part & BLAMED) for part in parts)
    armed = _ARMED * (cluster.type == "armed-group")
    return _DEED * min(deeds, _DEEDS) + _BLAME * min(blamed, _DEEDS) + armed

"""Stage 6: what an actor is, by the evidence of its words and of the words around it."""

from __future__ import annotations

from collections import Counter

from citebound.model.extraction import ActorType

from citebound_hooks.actors import kinds as k
from citebound_hooks.actors.clusters import Cluster
from citebound_hooks.actors.phrase import TITLED, Phrase
from citebound_hooks.actors.reading import Reading

_NETWORK: ActorType = "armed-group"


def actor_type(reading: Reading, cluster: Cluster) -> ActorType:
    """Returns the type with the most evidence, `unknown` without any."""
    votes: Counter[ActorType] = Counter()
    votes["person"] += 2 * len(cluster.told)
    for phrase in cluster.phrases:
        for kind in _votes(reading, phrase):
            votes[kind] += 1
    best = max(votes, key=lambda kind: (votes[kind], kind))
    return best if votes[best] else "unknown"


def _votes(reading: Reading, phrase: Phrase) -> list[ActorType]:
    if phrase.kind == "state":
        return ["state"]
    if phrase.kind == "people":
        return ["population"]
    if phrase.kind == "office":
        return ["official"]
    if phrase.context & TITLED:
        return ["person"]
    words = reading.words[phrase.sentence]
    inside = [token.lower for token in words.tokens[phrase.first : phrase.last]]
    if phrase.noun == "agency" and "news" in inside:
        return ["media"]
    if any(word in k.word_lists().networks.words.split() for word in inside):
        return [_NETWORK]
    kind = k.noun_types().get(phrase.noun)
    if kind and (phrase.kind == "group" or phrase.last - phrase.first > 1):
        return [kind]
    return []

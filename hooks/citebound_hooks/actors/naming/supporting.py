"""Stage 6b: leaves out single words that nothing in the text shows to be an actor's name."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.joining.clusters import Cluster
from citebound_hooks.actors.lexicon.tables import given_names
from citebound_hooks.actors.reading.phrase import ACTS, DEFINITE, OWNS
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.wording import is_acronym

_OFTEN = 2  # mentions from which an acronym needs no other evidence


def is_supported(reading: Reading, cluster: Cluster) -> bool:
    """Tells whether a cluster is more than one capitalised word without evidence."""
    first = cluster.phrases[0]
    if first.kind == "office":
        return any(phrase.last - phrase.first > 1 or phrase.kind == "name" for phrase in cluster.phrases)
    if any(phrase.kind != "name" or phrase.last - phrase.first > 1 for phrase in cluster.phrases):
        return True
    if cluster.type != "unknown" or cluster.forms or cluster.defined or cluster.told:
        return True
    context = 0
    for phrase in cluster.phrases:
        context |= phrase.context
    word = reading.analysis.text[first.start : first.end]
    if is_acronym(word):
        return bool(context & (ACTS | OWNS | DEFINITE)) or len(cluster.phrases) >= _OFTEN
    if word.lower() in given_names():
        return True
    if context & DEFINITE and word.endswith("s") and len(word) > 5 and word.lower() not in reading.common:
        return True
    if k.kinds().get(word.lower(), 0) & k.GROUP:
        return bool(context & (ACTS | OWNS)) or len(cluster.phrases) >= _OFTEN
    return bool(context & ACTS) or bool(context & OWNS and word.lower() not in reading.common)

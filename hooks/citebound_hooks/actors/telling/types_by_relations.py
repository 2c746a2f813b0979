"""What actors are by how they stand to others: who leads is a person, a part of an armed group is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import TITLED, Phrase
from citebound_hooks.actors.telling.tied import Tied

_COMMAND = words_in(word_lists().evidence.armed) | {
    "commands",
    "commanded",
}  # whoever has a commander is armed


def type_by_relations(reading: Reading, number: Mapping[Phrase, Cluster], tied: Sequence[Tied]) -> None:
    """Types who is still unknown or open by what it is to others."""
    for tie in tied:
        bearer, target = number.get(tie.bearer), number.get(tie.target)
        if bearer is None or target is None or bearer is target:
            continue
        said = reading.analysis.text[slice(*tie.place)].lower().split()
        if tie.type in ("leads", "member-of"):
            _of_person(tie, bearer, target, commands=bool(_COMMAND & set(said)))
        elif tie.type == "pledged-to" or target.type == "armed-group":
            _of_group(bearer)
        if tie.type == "pledged-to" or (
            tie.type in ("part-of", "split-from") and bearer.type == "armed-group"
        ):
            _of_group(target)


def _of_person(tie: Tied, bearer: Cluster, target: Cluster, *, commands: bool) -> None:
    """Types who leads as a person; a rank in an armed group is no state's."""
    if commands:
        _of_group(target)
    if commands and tie.type == "leads" and target.type == "person" and not _is_named_as_person(target):
        target.type = "armed-group"  # "who commands Delta Shield"
    if bearer.type == "unknown" and tie.bearer.kind == "name" and (tie.type == "leads" or tie.by_name):
        bearer.type = "person"
    if bearer.type == "official" and bearer.ranked and target.type == "armed-group":
        bearer.type = "person"


def _is_named_as_person(cluster: Cluster) -> bool:
    return bool(cluster.told) or any(phrase.context & TITLED for phrase in cluster.phrases)


def _of_group(cluster: Cluster) -> None:
    if cluster.type in ("unknown", "organisation") and cluster.open:
        cluster.type = "armed-group"

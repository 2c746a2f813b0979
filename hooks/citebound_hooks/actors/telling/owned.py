"""Stage 8b: a group that is called by its leader's name: "Quill's brigades", where Quill leads the Free Brigades."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.naming.nested import is_owner
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.telling.tied import Tied

_Led = dict[tuple[int, str], set[int]]


def join_owned(reading: Reading, clusters: Sequence[Cluster], tied: Iterable[Tied]) -> list[Cluster]:
    """Returns the actors with "Quill's brigades" joined to the one body of brigades that Quill leads."""
    led = _led(clusters, tied)
    if not led:
        return list(clusters)
    bearers = {key: at for at, cluster in enumerate(clusters) for key in cluster.keys}
    gone: set[int] = set()
    for at, cluster in enumerate(clusters):
        owners = {bearers.get(_owner(reading, phrase)) for phrase in cluster.phrases}
        owner = owners.pop() if len(owners) == 1 else None
        named = led.get((owner, cluster.phrases[0].noun), set()) if owner is not None else set()
        if len(named) == 1 and at not in named:
            _join(clusters[next(iter(named))], cluster)
            gone.add(at)
    return [cluster for at, cluster in enumerate(clusters) if at not in gone]


def _led(clusters: Sequence[Cluster], tied: Iterable[Tied]) -> _Led:
    """Returns the named bodies that somebody leads, by the leader and the noun of the body's name."""
    number = {phrase: at for at, cluster in enumerate(clusters) for phrase in cluster.phrases}
    pairs = dict.fromkeys(
        (number.get(tie.bearer), number.get(tie.target)) for tie in tied if tie.type == "leads"
    )
    nouns: dict[int, set[str]] = {}
    found: _Led = {}
    for bearer, target in pairs:
        if bearer is None or target is None or bearer == target:
            continue
        if target not in nouns:
            nouns[target] = {phrase.noun for phrase in clusters[target].phrases if phrase.kind == "name"}
        for noun in nouns[target]:
            found.setdefault((bearer, noun), set()).add(target)
    return found


def _owner(reading: Reading, phrase: Phrase) -> str:
    """Returns the key of the Quill of "Quill's brigades", "" for other phrases."""
    text, anchor = reading.analysis.text, phrase.anchor
    if phrase.kind != "group" or anchor is None or anchor[0] != phrase.start or not is_owner(text, anchor[1]):
        return ""
    return name_key(text[slice(*anchor)])


def _join(one: Cluster, other: Cluster) -> None:
    one.phrases = sorted([*one.phrases, *other.phrases], key=lambda phrase: phrase.start)
    one.nouns = sorted([*one.nouns, *other.nouns])
    one.forms.extend(other.forms)

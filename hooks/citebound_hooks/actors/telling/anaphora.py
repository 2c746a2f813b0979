"""Stage 6: definite nouns that speak of one named actor: "the regime", "the army", "the minister".

A noun is given to an actor only if exactly one actor of the text named before it has that noun; otherwise to none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from citebound.model import ActorType
from citebound_hooks.actors.joining.description import Description
from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.described import Definite
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.telling.around import said_noun

_BEFORE = 40  # characters before a description in which its owner may begin: "the agency's director" …
_OWNER = 3  # … and those between the two: "'s "
_ADJECTIVE = 6  # characters of an adjective behind "le groupe"
_NEAR = 2  # sentences back in which "the group" looks for its name
_GENERAL = words_in(word_lists().phrasing.general)
# Nouns that any group may be called by: they speak of nobody in particular.
_VAGUE = words_in(word_lists().phrasing.vague)
_OF_A_STATE = frozenset(
    [
        "army",
        "navy",
        "forces",
        "force",
        "police",
        "military",
        "government",
        "ministry",
        "troops",
        "authorities",
    ]
)
_FORCES = frozenset(["army", "navy", "forces", "force", "military", "troops"])
_NATIONAL = frozenset(["armed", "national", "royal", "defence", "defense", "coalition", "security"])
# What may stand before a noun without telling its bearer apart.
_NEUTRAL = frozenset(
    [
        "armed",
        "new",
        "rebel",
        "militant",
        "islamist",
        "jihadist",
        "ruling",
        "national",
        "local",
        "central",
        "insurgent",
    ]
)
_SAME = {"forces": "forces", "force": "forces", "armies": "army", "governments": "government"}


class Anaphor(NamedTuple):
    """A definite noun and the actor that it speaks of."""

    cluster: int
    sentence: int
    start: int
    end: int


def anaphors(reading: Reading, clusters: Sequence[Cluster]) -> list[Anaphor]:
    """Returns the definite nouns that speak of a named actor, in the order of the text."""
    bearers = _bearers(reading, clusters)
    text = reading.analysis.text
    groups, armed = _groups(clusters, ("armed-group", "organisation")), _groups(clusters, ("armed-group",))
    named = _WordsOfNames(reading.analysis.text, clusters)
    found: list[Anaphor] = []
    for definite in reading.definite:
        cluster = None
        if definite.noun in _GENERAL:
            cluster = _general(definite, armed if _is_armed(text, definite) else groups)
        if cluster is None:
            cluster = _bearer(definite, bearers)
        if cluster is None or not _may_bear(definite, clusters[cluster]):
            continue
        if named.is_of_state(definite, cluster) and named.allow(definite, cluster):
            found.append(Anaphor(cluster, definite.sentence, definite.start, definite.end))
    return found


def _bearers(reading: Reading, clusters: Sequence[Cluster]) -> dict[str, dict[int, int]]:
    """Returns, for each head noun, the actors that bear it and where each is first named."""
    table: dict[str, dict[int, int]] = {}
    for number, cluster in enumerate(clusters):
        for phrase in cluster.phrases:
            for noun in _nouns(reading, phrase):
                table.setdefault(_SAME.get(noun, noun), {}).setdefault(number, phrase.start)
    return table


def _nouns(reading: Reading, phrase: Phrase) -> Iterable[str]:
    if phrase.kind not in ("name", "group"):
        return
    said = said_noun(reading.words[phrase.sentence], phrase) if phrase.kind == "name" else None
    if said and k.kinds().get(said, 0) & k.BODY:
        yield said
    if phrase.kind in ("name", "group") and k.kinds().get(phrase.noun, 0) & (k.BODY | k.PEOPLE):
        yield phrase.noun
    if phrase.title:
        words = reading.analysis.text[slice(*phrase.title)].lower().split()
        if words and k.kinds().get(words[-1], 0) & k.OFFICE:
            yield words[-1]


def _bearer(definite: Definite, bearers: dict[str, dict[int, int]]) -> int | None:
    if definite.noun in _VAGUE:
        return None
    named = bearers.get(_SAME.get(definite.noun, definite.noun), {})
    if len(named) != 1:
        return None
    number, first = next(iter(named.items()))
    return number if first < definite.start else None


def _may_bear(definite: Definite, cluster: Cluster) -> bool:
    """Whether a noun may speak of an actor of this type: "the army" is a state's, not the Liberation Army."""
    return cluster.type != "armed-group" or definite.noun not in _OF_A_STATE


class _WordsOfNames:
    """The words of each actor's names, gathered when they are first asked for."""

    def __init__(self, text: str, clusters: Sequence[Cluster]) -> None:
        self._text, self._clusters = text, clusters
        self._words: dict[int, frozenset[str]] = {}

    def allow(self, definite: Definite, cluster: int) -> bool:
        """Whether what stands before the noun says nothing else: "the interior ministry" is no health ministry."""
        words = self._text[definite.start : definite.end].lower().split()[:-1]
        modifiers = {word for word in words if word not in _NEUTRAL}
        return not modifiers or modifiers <= self._of(cluster)

    def is_of_state(self, definite: Definite, cluster: int) -> bool:
        """Whether "the army" may be this one: the Malian Army, not the Popular Army of the Isles."""
        if definite.noun not in _FORCES:
            return True
        return any(
            word in _NATIONAL or word in k.geography().states or k.kinds().get(word, 0) & k.DEMONYM
            for word in self._of(cluster)
        )

    def _of(self, cluster: int) -> frozenset[str]:
        if cluster not in self._words:
            phrases = self._clusters[cluster].phrases
            self._words[cluster] = frozenset(
                word for phrase in phrases for word in self._text[phrase.start : phrase.end].lower().split()
            )
        return self._words[cluster]


def _is_armed(text: str, definite: Definite) -> bool:
    """Tells "the militia", "this armed group" and "ce groupe armé" from "the group"."""
    said = text[definite.start : definite.end + _ADJECTIVE].lower()
    return definite.noun in ("militia", "milice") or "armed" in said or "armé" in said


def _groups(clusters: Sequence[Cluster], types: Sequence[ActorType]) -> list[tuple[int, int, int]]:
    """Returns sentence, place and actor of each mention of a group of some types."""
    return sorted(
        (phrase.sentence, phrase.start, number)
        for number, cluster in enumerate(clusters)
        if cluster.type in types
        for phrase in cluster.phrases
        if phrase.kind == "name"
    )


def _general(definite: Definite, groups: list[tuple[int, int, int]]) -> int | None:
    """Returns the one group named in the sentences just before "the group"."""
    low = bisect_left(groups, (definite.sentence - _NEAR, 0, 0))
    high = bisect_left(groups, (definite.sentence, definite.start, 0))
    named = {number for _, _, number in groups[low:high]}
    return named.pop() if len(named) == 1 else None


def with_bodies(
    told: Sequence[Description], found: Sequence[Anaphor], clusters: Sequence[Cluster]
) -> list[Description]:
    """Returns the descriptions, "the agency's director" with the agency that the text speaks of."""
    starts = [anaphor.start for anaphor in found]
    return [_with_body(each, found, starts, clusters) for each in told]


def _with_body(
    told: Description, found: Sequence[Anaphor], starts: Sequence[int], clusters: Sequence[Cluster]
) -> Description:
    if any(phrase.kind in ("name", "state", "group") for phrase in told.within):
        return told
    start, end = told.place
    for anaphor in found[bisect_left(starts, start - _BEFORE) : bisect_left(starts, end)]:
        if start <= anaphor.start < anaphor.end <= end or start - _OWNER <= anaphor.end < start:
            return told._replace(within=(*told.within, clusters[anaphor.cluster].phrases[0]))
    return told

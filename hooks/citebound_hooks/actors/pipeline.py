"""The actors layer: named stages, each of which passes typed values to the next.

reading (acronyms, runs, phrases, nouns) → choosing → ties → descriptions → clusters → types → supporting → anaphora
→ relations → owned → salience → building
"""

from __future__ import annotations

from citebound.model import Actor, AliasKind, Document, Extraction, SourceRecord
from citebound_hooks.actors.building import Findings, build
from citebound_hooks.actors.joining.appositions import descriptions
from citebound_hooks.actors.joining.clusters import cluster
from citebound_hooks.actors.joining.description import Description, may_be_person
from citebound_hooks.actors.joining.joiner import Cluster, Form
from citebound_hooks.actors.joining.ties import outside_translations, ties, ties_of
from citebound_hooks.actors.naming.choosing import choose
from citebound_hooks.actors.naming.supporting import is_supported
from citebound_hooks.actors.reading.document import Reading, read_phrases
from citebound_hooks.actors.reading.phrase import DEFINITE, Phrase
from citebound_hooks.actors.salience import saliences
from citebound_hooks.actors.telling.anaphora import anaphors, with_bodies
from citebound_hooks.actors.telling.hints import Hints
from citebound_hooks.actors.telling.officials import type_officials
from citebound_hooks.actors.telling.owned import join_owned
from citebound_hooks.actors.telling.relations import relations
from citebound_hooks.actors.telling.standing import stand_ins
from citebound_hooks.actors.telling.types import actor_type
from citebound_hooks.actors.telling.types_by_relations import type_by_relations
from citebound_hooks.language.analysis import analyse


def find_actors(document: Document, record: SourceRecord, before: Extraction) -> list[Actor]:
    """Returns the actors of a document, in the order of the text."""
    reading = read_phrases(analyse(document, record), [citation.span for citation in before.citations])
    candidates = choose(reading)
    found = ties(reading, candidates)
    candidates = outside_translations(candidates, found)
    found = ties_of(candidates, found)
    told = descriptions(reading, [phrase for phrase, _ in candidates])
    clusters = cluster(reading, candidates, found, told)
    _tell(
        reading, clusters, told, Hints(reading, reading.phrases, [each.outlet for each in before.citations])
    )
    clusters = [each for each in clusters if is_supported(reading, each)]
    nouns = anaphors(reading, clusters)
    told = with_bodies(told, nouns, clusters)
    for anaphor in nouns:
        clusters[anaphor.cluster].nouns.append((anaphor.start, anaphor.end))
    phrases = sorted(
        (phrase for each in clusters for phrase in each.phrases), key=lambda phrase: phrase.start
    )
    standing = stand_ins(reading, phrases, nouns, clusters)
    named = sorted([*phrases, *standing], key=lambda phrase: phrase.start)
    persons = frozenset(phrase for each in clusters for phrase in each.phrases if _is_person(each, phrase))
    tied = [
        tie._replace(bearer=standing.get(tie.bearer, tie.bearer), target=standing.get(tie.target, tie.target))
        for tie in relations(reading, named, told, persons)
    ]
    type_by_relations(reading, {phrase: each for each in clusters for phrase in each.phrases}, tied)
    clusters = join_owned(reading, clusters, tied)
    weights = saliences(reading, clusters)
    return build(Findings(document, clusters, told, tied, weights))


def _tell(reading: Reading, clusters: list[Cluster], told: list[Description], hints: Hints) -> None:
    """Gives each actor its type, its aliases by apposition and the definite nouns that speak of it."""
    owner: dict[Phrase, Cluster] = {phrase: each for each in clusters for phrase in each.phrases}
    for description in told:
        if description.phrase in owner:
            owner[description.phrase].told.append(description.office)
            owner[description.phrase].offices.append(description.place)
            if (
                description.office
                and description.kind in ("title", "apposition")
                and not _is_mostly_body(description)
            ):
                kind: AliasKind = "title" if description.kind == "title" else "apposition"
                owner[description.phrase].forms.append(Form(kind, *description.place))
    for each in clusters:
        each.type = actor_type(reading, each, hints)
    type_officials(reading, told, owner)


def _is_person(cluster: Cluster, phrase: Phrase) -> bool:
    """Tells whether a name is a person's, or one of two words and more that nothing says to be another's."""
    if cluster.type != "unknown":
        return cluster.type in ("person", "official")
    long = phrase.last - phrase.first > 1 and phrase.kind == "name"
    return long and not phrase.context & DEFINITE and may_be_person(phrase)


def _is_mostly_body(description: Description) -> bool:
    """Tells whether a description is, for the most part, the name of a body: a role, but no alias."""
    start, end = description.place
    anchor = description.phrase.anchor if description.kind == "title" else None
    lengths = [phrase.end - phrase.start for phrase in description.within] + (
        [anchor[1] - anchor[0]] if anchor else []
    )
    return 2 * max(lengths, default=0) > end - start

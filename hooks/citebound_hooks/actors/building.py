"""Stage 10: the actors, with mentions, aliases, roles and relations, as values of the host's model."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from citebound.model import Actor, Alias, Document, Relation, Role
from citebound_hooks.actors.joining.description import Description
from citebound_hooks.actors.joining.joiner import Cluster, Form
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.reading.wording import is_acronym
from citebound_hooks.actors.roles import Holders, actor_id
from citebound_hooks.actors.telling.plausible import is_plausible
from citebound_hooks.actors.telling.tied import Tied

_CLERICS = words_in(word_lists().phrasing.clerics)
_FULLEST = ("name", "state", "people", "group", "office", "described")


class Findings(NamedTuple):
    """What the stages before found of a document's actors."""

    document: Document
    clusters: Sequence[Cluster]
    descriptions: Sequence[Description]
    relations: Sequence[Tied]
    saliences: Sequence[float]


def build(found: Findings) -> list[Actor]:
    """Returns the actors in the order of the text."""
    text = found.document.text
    number = {phrase: at for at, cluster in enumerate(found.clusters) for phrase in cluster.phrases}
    holders = Holders(found.clusters, number)
    roles: dict[int, dict[tuple[int, int], Role]] = {}
    for told in found.descriptions:
        if told.office and told.phrase in number:
            roles.setdefault(number[told.phrase], {})[told.place] = holders.role(found.document, told)
    names = [_name(text, cluster) for cluster in found.clusters]
    ties = _relations(found, number, names)
    return [
        Actor(
            id=actor_id(at),
            name=name,
            type=cluster.type,
            aliases=_aliases(found.document, cluster, name),
            roles=tuple(roles.get(at, {}).values()),
            relations=tuple(ties.get(at, {}).values()),
            mentions=tuple(found.document.span(*place) for place in _mentions(cluster)),
            salience=salience,
            rule=f"actors.{cluster.phrases[0].kind}",
        )
        for at, (cluster, salience, name) in enumerate(
            zip(found.clusters, found.saliences, names, strict=True)
        )
    ]


def _mentions(cluster: Cluster) -> list[tuple[int, int]]:
    places = {(phrase.start, phrase.end) for phrase in cluster.phrases} | set(cluster.nouns)
    forms = {
        (form.start, form.end) for form in cluster.forms if form.kind in ("translation", "variant", "acronym")
    }
    taken = sorted(places)
    return sorted(places | {form for form in forms - places if _is_free(form, taken)})


def _is_free(form: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Tells whether a place shares no character with the places around it."""
    at = bisect_left(taken, form)
    return not any(start < form[1] and form[0] < end for start, end in taken[max(0, at - 1) : at + 1])


def _name(text: str, cluster: Cluster) -> str:
    """Returns the fullest form: a proper name before a description, the longest before shorter ones."""

    def fullness(phrase: Phrase) -> tuple[int, int, int]:
        start, end = _core(text, phrase)
        return (-_FULLEST.index(phrase.kind), end - start, -start)

    glosses = {
        (form.start, form.end)
        for form in cluster.forms
        if form.kind in ("translation", "variant", "apposition")
    }
    short = {text[form.start : form.end] for form in cluster.forms if form.kind == "acronym"}
    own = [phrase for phrase in cluster.phrases if (phrase.start, phrase.end) not in glosses]
    long = [phrase for phrase in own if text[phrase.start : phrase.end] not in short]
    best = max(long or own or cluster.phrases, key=fullness)
    places = [_core(text, best), *(cluster.defined if best.kind == "name" else ())]
    start, end = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    return " ".join(text[start:end].split())


def _core(text: str, phrase: Phrase) -> tuple[int, int]:
    """Returns the place of a name without titles; a name of one word keeps a cleric's: "Mullah Tarif"."""
    if phrase.kind not in ("name", "state"):
        return phrase.start, phrase.end
    before = text[phrase.start : phrase.core[0]].strip()
    single = " " not in text[slice(*phrase.core)].strip()
    return (phrase.start, phrase.core[1]) if single and before.lower() in _CLERICS else phrase.core


def _aliases(document: Document, cluster: Cluster, name: str) -> tuple[Alias, ...]:
    """Returns one alias a form and kind; the name itself is none."""
    seen, found = set(), []
    long = [Form("variant", *place) for place in cluster.defined]
    if cluster.defined:
        long += [
            Form("acronym", *phrase.core)
            for phrase in cluster.phrases
            if is_acronym(document.text[slice(*phrase.core)])
        ]
    for form in sorted([*cluster.forms, *long], key=lambda form: (form.start, form.end)):
        span = document.span(form.start, form.end)
        words = " ".join(span.exact.split())
        if words != name and (words, form.kind) not in seen:
            seen.add((words, form.kind))
            found.append(Alias(form=words, kind=form.kind, span=span))
    return tuple(found)


def _relations(
    found: Findings, number: dict[Phrase, int], names: Sequence[str]
) -> dict[int, dict[tuple[str, str], Relation]]:
    table: dict[int, dict[tuple[str, str], Relation]] = {}
    for tied in found.relations:
        bearer, target = number.get(tied.bearer), number.get(tied.target)
        if bearer is None or target is None or bearer == target:
            continue
        one, other = found.clusters[bearer], found.clusters[target]
        if not is_plausible(tied, one, other, names[target]):
            continue
        group = tied.type == "member-of" and one.type in ("armed-group", "organisation", "media")
        kind = "part-of" if group else tied.type
        relation = Relation(type=kind, target=actor_id(target), span=found.document.span(*tied.place))
        table.setdefault(bearer, {}).setdefault((kind, relation.target), relation)
    return table

"""Stage 6: what an actor is, by the evidence of its words and of the words around it."""

from __future__ import annotations

from collections import Counter

from citebound.model import ActorType
from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import known_types, word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import DEFINITE, DIRECTED, TITLED, Phrase, PhraseKind
from citebound_hooks.actors.telling.around import by_words_around
from citebound_hooks.actors.telling.hints import Hints
from citebound_hooks.actors.telling.open_types import open_type
from citebound_hooks.actors.telling.own_words import by_nouns, by_own_words, is_given
from citebound_hooks.actors.telling.persons import is_self_named, is_shaped

_BY_KIND: dict[PhraseKind, ActorType] = {"state": "state", "people": "population", "office": "official"}
_OF_BODIES_TOO = words_in(word_lists().phrasing.of_bodies_too)  # a company is an owner, too

Votes = Counter[ActorType]


def actor_type(reading: Reading, cluster: Cluster, hints: Hints) -> ActorType:
    """Returns the type with the most evidence, `unknown` without any."""
    if known := _known(cluster):
        return known
    votes: Votes = Counter()
    votes["person"] += 2 * sum(office not in _OF_BODIES_TOO for office in cluster.told)
    for key in cluster.keys:
        votes.update(hints.of(key))
    own: dict[ActorType, int] = {}
    for phrase in cluster.phrases:
        if phrase.kind in _BY_KIND:
            votes[_BY_KIND[phrase.kind]] += 1
        else:
            _vote(reading, phrase, votes, own)
    for place in cluster.defined:
        inside = reading.analysis.text[slice(*place)].lower().split()
        if told := by_nouns(inside[0], inside):
            own[told[0]] = max(told[1], own.get(told[0], 0))
    if own.get("media", 0) > 1:
        return "media"  # whatever it reports of others
    for kind, weight in own.items():
        votes[kind] += weight
    short = any(form.kind == "short-name" for form in cluster.forms)
    if (short or votes["person"]) and _is_no_person(reading, cluster):
        votes["person"] = 0
    elif short and _looks_personal(reading, cluster):
        votes["person"] += 1
    unsure: ActorType = "unknown"
    best = max(votes, key=lambda kind: (votes[kind], kind), default=unsure)
    certain = max(own.values(), default=0) > 1
    if (not certain and best in ("unknown", "organisation")) or not votes[best]:
        cluster.open = True
        return open_type(reading, cluster, votes)
    return best


def _known(cluster: Cluster) -> ActorType | None:
    """Returns the type of a well-known name: "Orvanian Red Cross", "BBC Somali", but not "Dawn Front"."""
    for key in cluster.keys:
        if known := known_types().get(key) or known_types().get(" ".join(key.split()[-2:])):
            return known
        if known_types().get(" ".join(key.split()[:2])) == "armed-group":
            return "armed-group"  # "Islamic State in the Harrow Hills"
        first, _, rest = key.partition(" ")
        if rest and known_types().get(first) == "media":
            return None if any(k.kinds().get(word, 0) & k.GROUP for word in rest.split()) else "media"
    return None


def _vote(reading: Reading, phrase: Phrase, votes: Votes, own: dict[ActorType, int]) -> None:
    """Adds what one mention says; a name's own words count once, however often it is named."""
    words = reading.words[phrase.sentence]
    if phrase.context & TITLED or is_given(words, phrase):
        votes["person"] += 2
    said = by_own_words(words, phrase)
    if said:
        own[said[0]] = max(said[1], own.get(said[0], 0))
    single = phrase.context & DIRECTED and phrase.last - phrase.first == 1
    owner = single and not is_self_named(words, phrase.first)  # "the chief of X, the commander Ada Quill"
    for kind in by_words_around(words, phrase):
        if kind == "person" and (said or owner):
            continue  # "the envoy of the Union, the lawyer …"
        if not said or (said[0], kind) != ("armed-group", "organisation"):
            votes[kind] += 1  # "the Brigade of the Lake, a rival group"


def _is_no_person(reading: Reading, cluster: Cluster) -> bool:
    """Tells whether "the" stands right before a name, or a small word inside it, as in no person's."""
    for phrase in cluster.phrases:
        if phrase.kind != "name" or phrase.title:
            continue
        words = reading.words[phrase.sentence]
        small = any(
            flag & k.FUNCTION and not flag & k.PARTICLE for flag in words.flags[phrase.first : phrase.last]
        )
        if small or (phrase.context & DEFINITE and not is_given(words, phrase)):
            return True
    return False


def _looks_personal(reading: Reading, cluster: Cluster) -> bool:
    """Tells whether the longest form has the shape of a person's name, so that its short form is a surname."""
    phrase = max(cluster.phrases, key=lambda each: each.last - each.first)
    return is_shaped(reading.words[phrase.sentence], phrase)

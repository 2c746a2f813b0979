"""What the words of a name say of its bearer: "Agency", "Brigade", "Liberation Front", "Ltd"."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import ActorType
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, word_lists, words_in
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.reading.wording import Words, bare

_VIOLENT = words_in(word_lists().violence.words)
_EITHER = words_in(word_lists().violence.either)
_EVIDENCE = word_lists().evidence
_UNITS, _ORDINALS = words_in(_EVIDENCE.units), words_in(_EVIDENCE.ordinals)
_BODIES = words_in(_EVIDENCE.firms) | words_in(_EVIDENCE.charities)
_OF_PERSONS = words_in(word_lists().phrasing.person_particles)
_FORCES = frozenset(("army", "force", "forces", "guard"))
_NATIONAL = frozenset(("national", "royal", "republican", "european", "african"))
FATHERS = frozenset(("abu", "abou", "umm", "oum"))  # "Abu Tarif", whatever follows
_OF_NATIONS = ("an", "ese", "ish")  # adjectives of nations that no list knows
_NEWS = frozenset(("news", "press", "presse", "information", "d'information", "d’information"))
_CERTAIN, _LIKELY, _OPEN = 3, 2, 1


def by_own_words(words: Words, phrase: Phrase) -> tuple[ActorType, int] | None:
    """Returns what a phrase's words say, and how much it counts; None if they say nothing."""
    single = phrase.last - phrase.first == 1
    if phrase.kind == "name" and single and not words.flags[phrase.first] & (k.BODY | k.NETWORK | k.MEDIUM):
        return None
    inside = [bare(token).lower() for token in words.tokens[phrase.first : phrase.last]]
    if phrase.kind != "name":
        kind = k.noun_types().get(phrase.noun)
        violent = kind == "organisation" and any(word in _VIOLENT for word in inside)
        return ("armed-group" if violent else kind, _CERTAIN) if kind else None
    if any(k.kinds().get(word, 0) & k.NETWORK for word in inside):
        return "armed-group", _CERTAIN
    agency = phrase.noun in ("agency", "agence") and not _NEWS.isdisjoint(inside)
    if agency or inside[0] == "radio":
        return "media", _CERTAIN
    if single and not words.flags[phrase.first] & k.BODY:
        return None
    return by_nouns(phrase.noun, inside)


def by_nouns(noun: str, inside: Sequence[str]) -> tuple[ActorType, int] | None:
    """Returns what the head, the last or the first word of a name says."""
    types, last = k.noun_types(), inside[-1]
    persons = k.kinds().get(noun, 0) & k.PEOPLE and k.kinds().get(last, 0) & k.BODY and "the" not in inside
    told = next(
        (
            word
            for word in ((last,) if persons else (noun, last, inside[0]))  # "Families of Lom Association"
            if word in types and (len(inside) > 1 or word == noun)
        ),
        None,
    )
    if told is None and any(types.get(part) == "armed-group" for word in inside for part in word.split("-")):
        return "armed-group", _LIKELY  # "Harkat-ul-Jihad"
    if told is None:
        return ("organisation", _OPEN) if len(inside) > 1 and _BODIES & set(inside) else None
    kind = types[told]
    if told in _UNITS and (inside[0] in _ORDINALS or inside[0][0].isdigit()):
        return "organisation", _CERTAIN
    if kind == "population" and told in ("community", "nation"):
        kind = "organisation"
    if kind == "organisation" and any(word in _VIOLENT for word in inside):
        return "armed-group", _CERTAIN
    if told == "army" and len(inside) > 2 and is_open(told, inside):
        return "armed-group", _LIKELY  # "Black Sheep Clan Army", "Army of the Wells"
    return kind, _OPEN if is_open(told, inside) else _CERTAIN


def is_open(noun: str, inside: Sequence[str]) -> bool:
    """Tells whether a body's noun leaves open if it is armed: "Movement", "Army", but not "National Army"."""
    if noun not in _EITHER:
        return False
    if noun in _FORCES and any(_is_of_nation(word) for word in inside[:2] if word != noun):
        return False
    states = k.geography().states
    return not any(word in _NATIONAL or word in states for word in inside)


def _is_of_nation(word: str) -> bool:
    return word.endswith(_OF_NATIONS) or bool(k.kinds().get(word, 0) & k.DEMONYM)


def is_given(words: Words, phrase: Phrase) -> bool:
    """Tells whether a name begins with a given name, or holds a particle of persons' names."""
    if phrase.kind != "name":
        return False
    inside = words.lower[phrase.first : phrase.last]
    if inside[0] in FATHERS and len(inside) > 1:
        return True
    if inside[0] not in given_names() and _OF_PERSONS.isdisjoint(inside[1:-1]):
        return False
    return not any(
        flag & k.GROUP for flag in words.flags[phrase.first + 1 : phrase.last]
    )  # "Christian Union"

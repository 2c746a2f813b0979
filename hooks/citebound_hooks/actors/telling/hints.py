"""What other phrases of a text say of a name: "Qarun's government" makes Qarun a state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from citebound.model import ActorType
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.naming.demonyms import has_demonym
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import COMPOUND, OWNS, Phrase
from citebound_hooks.actors.reading.wording import Words, bare, is_acronym

_STATE_BODIES = words_in(word_lists().officials.state_bodies)
_STATE_OFFICES = words_in(word_lists().phrasing.state_offices)
_STATE = _STATE_BODIES | _STATE_OFFICES
# Towns have them, too.
_OF_TOWNS = frozenset(("police", "court", "department", "prosecutor's", "secretariat"))
_OF_STATES = _STATE - _OF_TOWNS
_OF = frozenset(("of", "de", "du", "d'", "d’"))
_OWNED_BY_STATES = _STATE | words_in(word_lists().evidence.of_states)
_BEFORE_STATES = words_in(word_lists().evidence.before_states)
_NEIGHBOUR = words_in(word_lists().phrasing.neighbours)
_ARMED = words_in(word_lists().evidence.armed)
_FIRMS = words_in(word_lists().phrasing.firms) | words_in(word_lists().phrasing.identity)
_BEFORE = 60  # characters in which the end of a dateline is looked for
_AGENCY = re.compile(r"\(([^()\n]{2,40})\)\s?(?:--|[-–—])\s?$")
_NEAR = 6  # tokens after a name in which "its eastern neighbour" speaks of it


class Hints:
    """Votes for the type of a name, by its key."""

    __slots__ = ("_votes",)

    def __init__(self, reading: Reading, phrases: Iterable[Phrase], outlets: Iterable[str]) -> None:
        self._votes: dict[str, Counter[ActorType]] = {}
        for outlet in (*outlets, *_of_dateline(reading)):
            self._vote(name_key(outlet), "media")
        named: set[str] = set()
        for phrase in phrases:
            for key, kind, weight in _of_phrase(reading, phrase):
                self._vote(key, kind, weight)
            if phrase.kind == "name" and phrase.last - phrase.first == 1:
                named.add(name_key(reading.analysis.text[slice(*phrase.core)]))
        for key in named:
            if has_demonym(reading, key):
                self._vote(key, "state", 2)

    def of(self, key: str) -> Counter[ActorType]:
        """Returns the votes for a key."""
        return self._votes.get(key, Counter())

    def _vote(self, key: str, kind: ActorType, weight: int = 1) -> None:
        self._votes.setdefault(key, Counter())[kind] += weight


def _of_phrase(reading: Reading, phrase: Phrase) -> Iterator[tuple[str, ActorType, int]]:
    """Yields keys of names with the type that a phrase speaks for, and how much it counts."""
    text, words = reading.analysis.text, reading.words[phrase.sentence]
    if phrase.kind in ("group", "office") and phrase.anchor:
        anchor = text[slice(*phrase.anchor)]
        owner = text.startswith(("'s", "’s"), phrase.anchor[1])
        noun = "" if phrase.noun in _OF_TOWNS and not owner else phrase.noun
        yield from _of_group(name_key(anchor), noun, acronym=is_acronym(anchor))
    if phrase.kind != "name":
        return
    if phrase.last - phrase.first > 1:
        yield from _of_state_within(words, phrase)
        return
    key = name_key(text[slice(*phrase.core)])
    if _is_neighbour(words, phrase):
        yield key, "state", 2
    if not phrase.context & (OWNS | COMPOUND):
        return
    owned = _OWNED_BY_STATES if phrase.context & OWNS else _OF_STATES
    if not owned.isdisjoint(words.lower[phrase.last : phrase.last + 3]):
        yield key, "state", 2


def _of_group(key: str, noun: str, *, acronym: bool) -> Iterator[tuple[str, ActorType, int]]:
    """Yields what "Qarun's government", "X fighters", "commanders of the X" and "the X company" say of X."""
    single = " " not in key and not k.kinds().get(key, 0) & (k.GROUP | k.FAITH | k.PEOPLES)
    people = k.noun_types().get(noun) == "armed-group" and k.kinds().get(noun, 0) & k.PEOPLE
    if single and not acronym and noun in _STATE:
        yield key, "state", 1
    elif (people or noun in _ARMED) and not _is_of_state(key):
        yield key, "armed-group", 4 if people else 2
    elif single and noun in _FIRMS and (kind := k.noun_types().get(noun)):
        yield key, kind, 1


def _of_state_within(words: Words, phrase: Phrase) -> Iterator[tuple[str, ActorType, int]]:
    """Yields the state of "Defence Ministry of Altacosta"."""
    last = phrase.last
    if last - phrase.first < 3 or words.lower[last - 2] not in _OF:
        return
    if words.lower[last - 3] in _BEFORE_STATES and not words.flags[last - 1] & (k.GROUP | k.OFFICE_PART):
        yield name_key(bare(words.tokens[last - 1])), "state", 2


def _of_dateline(reading: Reading) -> Iterator[str]:
    """Yields the agency of "PORT HARROW, 8 August (Tidewire) – Two …", which stands before the first sentence."""
    for sentence in reading.analysis.sentences[:1]:
        before = reading.analysis.text[max(0, sentence.start - _BEFORE) : sentence.start]
        if agency := _AGENCY.search(before):
            yield agency[1]


def _is_neighbour(words: Words, phrase: Phrase) -> bool:
    """Tells "neighbouring Dzala", "le Nébou voisin" and "Dzala, its eastern neighbour"."""
    lower, last = words.lower, phrase.last
    if phrase.first and lower[phrase.first - 1] in _NEIGHBOUR:
        return True
    if last >= len(lower):
        return False
    beyond = lower[last + 1 : last + _NEAR] if lower[last] == "," else ()
    return lower[last] in _NEIGHBOUR or not _NEIGHBOUR.isdisjoint(beyond)


def _is_of_state(key: str) -> bool:
    """Tells whether a demonym or state stands in a name: its fighters are those of an army, not of an armed group."""
    words = key.split()
    return key in k.geography().states or any(k.kinds().get(word, 0) & k.DEMONYM for word in words)

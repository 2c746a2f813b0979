"""What other phrases of a text say of a name: "Qarun's government" makes Qarun a state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from citebound.model import ActorType
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import COMPOUND, OWNS, Phrase

_STATE_BODIES = frozenset(word_lists().officials.state_bodies.split())
_STATE_OFFICES = words_in(word_lists().phrasing.state_offices)
_NEIGHBOUR = words_in(word_lists().phrasing.neighbours)


class Hints:
    """Votes for the type of a name, by its key."""

    __slots__ = ("_votes",)

    def __init__(self, reading: Reading, phrases: Iterable[Phrase], outlets: Iterable[str]) -> None:
        self._votes: dict[str, Counter[ActorType]] = {}
        for outlet in outlets:
            self._vote(name_key(outlet), "media", 2)
        for phrase in phrases:
            self._of_phrase(reading, phrase)

    def of(self, key: str) -> Counter[ActorType]:
        """Returns the votes for a key."""
        return self._votes.get(key, Counter())

    def _vote(self, key: str, kind: ActorType, weight: int = 1) -> None:
        self._votes.setdefault(key, Counter())[kind] += weight

    def _of_phrase(self, reading: Reading, phrase: Phrase) -> None:
        text, words = reading.analysis.text, reading.words[phrase.sentence]
        if phrase.kind in ("group", "office") and phrase.anchor:
            key = name_key(text[slice(*phrase.anchor)])
            noun = phrase.noun
            single = " " not in key and not k.kinds().get(key, 0) & (k.GROUP | k.FAITH | k.PEOPLES)
            if single and noun in _STATE_BODIES | _STATE_OFFICES:
                self._vote(key, "state")
            elif (
                k.noun_types().get(noun) == "armed-group"
                and k.kinds().get(noun, 0) & k.PEOPLE
                and not _is_of_state(key)
            ):
                self._vote(key, "armed-group", 4)
        if phrase.kind != "name" or phrase.last - phrase.first > 1:
            return
        key = name_key(text[slice(*phrase.core)])
        before = words.tokens[phrase.first - 1].lower if phrase.first else ""
        after = [token.lower for token in words.tokens[phrase.last : phrase.last + 3]]
        if before in _NEIGHBOUR or (
            phrase.context & (OWNS | COMPOUND) and set(after) & (_STATE_BODIES | _STATE_OFFICES)
        ):
            self._vote(key, "state", 2)


def _is_of_state(key: str) -> bool:
    """Tells whether a demonym or state stands in a name: its fighters are those of an army, not of an armed group."""
    words = key.split()
    return key in k.geography().states or any(k.kinds().get(word, 0) & k.DEMONYM for word in words)

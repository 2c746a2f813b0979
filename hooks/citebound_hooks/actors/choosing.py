"""Stage 3: which phrases name actors, by what the whole document shows: not mere places, headings, common words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from citebound_hooks.actors import kinds as k
from citebound_hooks.actors.keys import name_key
from citebound_hooks.actors.phrase import ACTS, FIRST, HEADLINE, INDEFINITE, LOCATED, OWNS, TITLED, Phrase
from citebound_hooks.actors.reading import Reading
from citebound_hooks.actors.wording import is_acronym


class Candidate(NamedTuple):
    """A phrase that may name an actor, and the key of its name."""

    phrase: Phrase
    key: str


class Evidence:
    """What a document shows of one key: how often it stands where, and how."""

    __slots__ = ("acts", "indefinite", "located", "places", "prose", "titled", "total", "within")

    def __init__(self) -> None:
        self.total = self.indefinite = self.acts = self.located = self.places = self.prose = self.titled = self.within = 0

    def add(self, phrase: Phrase) -> None:
        """Counts one phrase."""
        self.total += 1
        self.acts += bool(phrase.context & (ACTS | OWNS))
        self.located += bool(phrase.context & LOCATED)
        self.places += phrase.kind == "place"
        self.indefinite += bool(phrase.context & INDEFINITE)
        self.prose += not phrase.context & HEADLINE
        self.titled += bool(phrase.context & TITLED)
        self.within += not phrase.context & (FIRST | HEADLINE)


def choose(reading: Reading) -> list[Candidate]:
    """Returns the phrases that name actors, in the order of the text."""
    text = reading.analysis.text
    every = [Candidate(phrase, phrase_key(text, phrase)) for phrase in reading.phrases]
    evidence = _evidence(every)
    return [each for each in every if _names_actor(each, evidence[each.key], reading)]


def phrase_key(text: str, phrase: Phrase) -> str:
    """Returns the key that phrases of one name share."""
    if phrase.kind == "state":
        form = " ".join(text[phrase.core[0] : phrase.core[1]].lower().split())
        return f"state {k.geography().states.get(form, form)}"
    if phrase.kind in ("group", "office", "people"):
        return f"{phrase.kind} {name_key(text[phrase.start : phrase.end])}"
    return name_key(text[phrase.core[0] : phrase.core[1]])


def _evidence(candidates: Iterable[Candidate]) -> dict[str, Evidence]:
    table: dict[str, Evidence] = {}
    for phrase, key in candidates:
        table.setdefault(key, Evidence()).add(phrase)
    return table


def _names_actor(candidate: Candidate, seen: Evidence, reading: Reading) -> bool:
    phrase = candidate.phrase
    if phrase.kind == "place" or not candidate.key.strip():
        return False
    if phrase.context & HEADLINE and not seen.prose:
        return False
    if phrase.kind == "state":
        return bool(phrase.context & (ACTS | OWNS)) and not phrase.context & LOCATED
    if phrase.kind == "office":
        return True
    if phrase.kind != "name":
        return True
    if _is_common_word(candidate, seen, reading):
        return False
    if seen.indefinite and seen.indefinite >= seen.acts and not seen.titled:
        return False
    return has_actor_noun(phrase) or seen.titled > 0 or not _is_mere_place(seen)


def has_actor_noun(phrase: Phrase) -> bool:
    """Tells whether the head noun of a name says that it is an actor's: "Council", "Brigade"."""
    return bool(k.kinds().get(phrase.noun, 0) & (k.BODY | k.MEDIUM))


def _is_mere_place(seen: Evidence) -> bool:
    return seen.places > 0 or (seen.located > 0 and seen.located >= seen.acts)


def _is_common_word(candidate: Candidate, seen: Evidence, reading: Reading) -> bool:
    """Tells whether a single word is a name only because it opens a sentence."""
    phrase = candidate.phrase
    if phrase.last - phrase.first > 1 or seen.within or seen.titled:
        return False
    word = reading.analysis.text[phrase.start : phrase.end]
    if is_acronym(word):
        return False
    lower = word.lower()
    return lower in reading.common or lower.endswith(("ly", "ing", "ed")) or not phrase.context & (ACTS | OWNS)

"""Stage 3: which phrases name actors, by what the whole document shows: not mere places, headings, common words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import given_names, known_types, word_lists
from citebound_hooks.actors.reading.phrase import (
    ACTS,
    COMPOUND,
    DEFINITE,
    FIRST,
    HEADLINE,
    INDEFINITE,
    LOCATED,
    OWNS,
    TITLED,
    Phrase,
    PhraseKind,
)
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.wording import is_acronym

_ADJECTIVES = ("ly", "ing", "ed", *word_lists().modifiers.endings)


class Candidate(NamedTuple):
    """A phrase that may name an actor, and the key of its name."""

    phrase: Phrase
    key: str


class Evidence:
    """What a document shows of one key: how often it stands where, and how."""

    __slots__ = (
        "acts",
        "compound",
        "definite",
        "indefinite",
        "located",
        "places",
        "prose",
        "titled",
        "total",
        "within",
    )

    def __init__(self) -> None:
        self.total = self.acts = self.located = self.places = self.prose = self.titled = self.within = 0
        self.compound = self.definite = self.indefinite = 0

    def add(self, phrase: Phrase) -> None:
        """Counts one phrase."""
        context = phrase.context
        self.total += 1
        self.acts += bool(context & (ACTS if phrase.kind == "state" else ACTS | OWNS))
        self.located += bool(context & LOCATED)
        self.compound += bool(context & COMPOUND)
        self.definite += bool(context & DEFINITE)
        self.indefinite += bool(context & INDEFINITE)
        self.titled += bool(context & TITLED)
        self.places += phrase.kind == "place"
        self.prose += not context & HEADLINE
        self.within += not context & (FIRST | HEADLINE)


def choose(reading: Reading) -> list[Candidate]:
    """Returns the phrases that name actors, in the order of the text."""
    text = reading.analysis.text
    phrases = coordinated(reading)
    every = [Candidate(phrase, phrase_key(text, phrase)) for phrase in phrases]
    every += _nested(reading, every)
    every.sort(key=lambda each: each.phrase.start)
    evidence = _evidence(text, every)
    borne = frozenset(
        word for phrase, key in every if phrase.kind == "name" and " " in key for word in key.split()
    )
    return [each for each in every if _names_actor(each, evidence, reading, borne)]


def _nested(reading: Reading, every: Sequence[Candidate]) -> list[Candidate]:
    """Returns the bodies that are named only inside other phrases: the FMLN of "FMLN guerrillas"."""
    text, found = reading.analysis.text, dict[tuple[str, int], Candidate]()
    keys = {candidate.key for candidate in every if not candidate.phrase.context & HEADLINE}
    for phrase, _ in every:
        if not phrase.anchor or phrase.anchor == (phrase.start, phrase.end):
            continue
        alone = phrase.kind == "office" and phrase.context & INDEFINITE
        name = text[slice(*phrase.anchor)]
        key = name_key(name)
        words = key.split()
        flag = k.kinds().get(words[-1], 0) if words else 0
        lower = name.split()[-1].islower()
        known = key in keys or f"group {key}" in keys or (key, 0) in found
        if (known and not alone) or not (lower or _is_body_name(words, flag)):
            continue
        kind: PhraseKind = "group" if lower else "name"
        nested = phrase._replace(
            kind=kind,
            start=phrase.anchor[0],
            end=phrase.anchor[1],
            core=phrase.anchor,
            title=None,
            anchor=None,
            noun=words[-1],
            context=ACTS,
        )
        found[key, phrase.start if alone else 0] = Candidate(nested, f"group {key}" if lower else key)
    return list(found.values())


def _is_body_name(words: Sequence[str], flag: int) -> bool:
    """Tells whether a nested name is a body's: no state, no adjective, no place."""
    text = " ".join(words)
    if text in k.geography().states or all(
        k.kinds().get(word, 0) & (k.DEMONYM | k.FAITH | k.COMPASS) for word in words
    ):
        return False
    return bool(flag & k.BODY) or text in known_types() or (len(words) == 1 and not flag)


def coordinated(reading: Reading) -> list[Phrase]:
    """Returns the phrases with what is said of one state of a list said of all: "Chad, Niger and Mali agreed"."""
    phrases = list(reading.phrases)
    for direction in (range(len(phrases) - 2, -1, -1), range(1, len(phrases))):
        step = 1 if direction.step < 0 else -1
        for at in direction:
            one, other = phrases[at], phrases[at + step]
            if one.kind == other.kind == "state" and other.context & ACTS and _listed(reading, one, other):
                phrases[at] = one._replace(context=one.context | ACTS)
    return phrases


def _listed(reading: Reading, one: Phrase, other: Phrase) -> bool:
    if one.sentence != other.sentence:
        return False
    left, right = sorted((one, other))
    if not 1 <= right.first - left.last <= 3:
        return False
    between = reading.words[one.sentence].tokens[left.last : right.first]
    return all(token.lower in (",", "and", "or", "the") for token in between)


def phrase_key(text: str, phrase: Phrase) -> str:
    """Returns the key that phrases of one name share."""
    if phrase.kind == "state":
        form = " ".join(text[phrase.core[0] : phrase.core[1]].lower().split())
        return f"state {k.geography().states.get(form, form)}"
    if phrase.kind in ("group", "office", "people", "described"):
        return f"{phrase.kind} {name_key(text[phrase.start : phrase.end])}"
    return name_key(text[phrase.core[0] : phrase.core[1]])


def _evidence(text: str, candidates: Iterable[Candidate]) -> dict[str, Evidence]:
    table: dict[str, Evidence] = {}
    for phrase, key in candidates:
        table.setdefault(key, Evidence()).add(phrase)
    for phrase, _ in candidates:
        anchor = table.get(name_key(text[slice(*phrase.anchor)])) if phrase.anchor else None
        if anchor and not anchor.located:
            anchor.acts += 1
    return table


def _names_actor(
    candidate: Candidate, evidence: dict[str, Evidence], reading: Reading, borne: frozenset[str]
) -> bool:
    phrase, seen = candidate.phrase, evidence[candidate.key]
    if phrase.kind == "place" or not candidate.key.strip():
        return False
    if phrase.context & HEADLINE and not seen.prose and not phrase.context & (ACTS | TITLED):
        return False
    if phrase.kind == "state":
        return seen.acts > 0 and not phrase.context & LOCATED
    if phrase.kind == "described":
        return not phrase.context & INDEFINITE
    if phrase.kind == "office" and phrase.context & INDEFINITE:
        return False  # "a Front spokesman" is nobody in particular; the Front is read by itself
    if phrase.kind == "group" and _is_of_a_place(reading.analysis.text, phrase):
        return False
    if phrase.kind == "group" and phrase.context & FIRST and not _is_anchored(candidate, reading, borne):
        return False
    if phrase.kind != "name":
        return True
    return not _is_common_word(candidate, seen, reading, borne) and _is_supported(phrase, seen, reading)


def _is_supported(phrase: Phrase, seen: Evidence, reading: Reading) -> bool:
    """Tells whether a name is more than a place, a thing or a word in capitals."""
    if has_actor_noun(phrase) or seen.titled:
        return True
    if seen.places or seen.located > seen.acts or (seen.located and not seen.acts):
        return False
    if seen.indefinite >= max(seen.acts, 1):
        return False
    if phrase.last - phrase.first > 1:
        return seen.compound < seen.total or seen.acts > 0
    return True


def _is_of_a_place(text: str, phrase: Phrase) -> bool:
    """Tells "residents of Tessaro" from "people of Chad" and "members of the Front"."""
    if k.noun_types().get(phrase.noun) != "population" or phrase.start >= phrase.core[0]:
        return False
    anchor = text[slice(*phrase.core)].lower()
    flag = k.kinds().get(anchor.split()[-1], 0)
    return not (anchor in k.geography().states or anchor in known_types() or flag & (k.BODY | k.DEMONYM))


def _is_anchored(candidate: Candidate, reading: Reading, borne: frozenset[str]) -> bool:
    """Tells whether the word that opens a sentence and anchors a group is a name: "Veldian troops", "Local troops"."""
    phrase = candidate.phrase
    anchor = phrase.anchor
    if not anchor or anchor[0] != phrase.start or " " in reading.analysis.text[slice(*anchor)].strip():
        return True
    word = reading.analysis.text[slice(*anchor)]
    flag = k.kinds().get(word.lower(), 0)
    if flag & (k.DEMONYM | k.FAITH | k.PEOPLES | k.DISTINCT) or is_acronym(word) or word.lower() in borne:
        return True
    common = word.lower() in reading.common or word.lower().endswith(_ADJECTIVES)
    return not flag and not common


def has_actor_noun(phrase: Phrase) -> bool:
    """Tells whether the head noun of a name says that it is an actor's: "Council", "Brigade"."""
    return bool(k.kinds().get(phrase.noun, 0) & (k.BODY | k.MEDIUM))


def _is_common_word(candidate: Candidate, seen: Evidence, reading: Reading, borne: frozenset[str]) -> bool:
    """Tells whether a single word is a name only because it opens a sentence."""
    phrase = candidate.phrase
    if phrase.last - phrase.first > 1 or seen.within or seen.titled:
        return False
    word = reading.analysis.text[phrase.start : phrase.end]
    if is_acronym(word):
        return False
    lower = word.lower()
    if lower in reading.common or lower.endswith(("ly", "ing", "ed")):
        return True
    return not (
        (seen.acts
        and seen.total > 1)
        or lower in borne
        or lower in given_names()
        or candidate.key in known_types()
    )


__all__ = ["Candidate", "Sequence", "choose", "has_actor_noun", "phrase_key"]

"""What a document shows of each name: how often it stands where, and how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import given_names, word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import (
    ACTS,
    COMPOUND,
    FIRST,
    HEADLINE,
    INDEFINITE,
    LOCATED,
    OWNS,
    TITLED,
    Phrase,
)
from citebound_hooks.actors.reading.wording import is_acronym

LADY = "mrs"  # what the key of a woman begins with whose surname a man of the text bears too
_MALE = words_in(word_lists().phrasing.male)
_FEMALE = words_in(word_lists().phrasing.female)


class Candidate(NamedTuple):
    """A phrase that may name an actor, and the key of its name."""

    phrase: Phrase
    key: str


class Evidence:
    """What a document shows of one key: how often it stands where, and how."""

    __slots__ = (
        "acts",
        "compound",
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
        self.compound = self.indefinite = 0

    def add(self, phrase: Phrase) -> None:
        """Counts one phrase."""
        context = phrase.context
        self.total += 1
        self.acts += bool(context & (ACTS if phrase.kind == "state" else ACTS | OWNS))
        self.located += bool(context & LOCATED)
        self.compound += bool(context & COMPOUND)
        self.indefinite += bool(context & INDEFINITE)
        self.titled += bool(context & TITLED)
        self.places += phrase.kind == "place"
        self.prose += not context & HEADLINE
        self.within += not context & (FIRST | HEADLINE)


def evidence_of(text: str, candidates: Sequence[Candidate]) -> dict[str, Evidence]:
    """Returns the evidence for each key."""
    table: dict[str, Evidence] = {}
    for phrase, key in candidates:
        table.setdefault(key, Evidence()).add(phrase)
    for phrase, _ in candidates:
        anchor = table.get(name_key(text[slice(*phrase.anchor)])) if phrase.anchor else None
        if anchor and not anchor.located:
            anchor.acts += 1
    return table


def phrase_key(text: str, phrase: Phrase) -> str:
    """Returns the key that phrases of one name share."""
    if phrase.kind == "state":
        form = " ".join(text[phrase.core[0] : phrase.core[1]].lower().split())
        return f"state {k.geography().states.get(form, form)}"
    if phrase.kind in ("group", "office", "people", "described"):
        return f"{phrase.kind} {name_key(text[phrase.start : phrase.end])}"
    return name_key(text[phrase.core[0] : phrase.core[1]])


def coordinated(reading: Reading) -> list[Phrase]:
    """Returns the phrases with what is said of one state of a list said of all: "Chad, Niger and Mali agreed"."""
    phrases = list(reading.phrases)
    for direction in (range(len(phrases) - 2, -1, -1), range(1, len(phrases))):
        step = 1 if direction.step < 0 else -1
        for at in direction:
            one, other = phrases[at], phrases[at + step]
            if one.kind == other.kind == "state" and other.context & ACTS and _listed(reading, one, other):
                phrases[at] = replace(one, context=one.context | ACTS)
    return phrases


def _listed(reading: Reading, one: Phrase, other: Phrase) -> bool:
    if one.sentence != other.sentence:
        return False
    left, right = sorted((one, other), key=lambda phrase: phrase.first)
    if not 1 <= right.first - left.last <= 3:
        return False
    between = reading.words[one.sentence].tokens[left.last : right.first]
    return all(token.lower in (",", "and", "or", "the") for token in between)


def parted_by_gender(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Returns the candidates with "Mrs Quill" and "Mr Quill" of one text under keys of their own."""
    signs = [gender(text, candidate.phrase) for candidate in candidates]
    seen: dict[str, set[str]] = {}
    for candidate, sign in zip(candidates, signs, strict=True):
        if sign:
            seen.setdefault(candidate.key, set()).add(sign)
    both = {key for key, signs in seen.items() if len(signs) > 1}
    return [
        each._replace(key=f"{LADY} {each.key}") if sign == "f" and each.key in both else each
        for each, sign in zip(candidates, signs, strict=True)
    ]


def renamed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Returns the candidates with "Quiet Sea" a name wherever it acts if the text calls it a network once."""
    named = {
        key
        for phrase, key in candidates
        if phrase.kind == "name" and " " in key and k.kinds().get(phrase.noun, 0) & k.PLACE
    }
    return [
        each._replace(phrase=replace(each.phrase, kind="name"))
        if each.phrase.kind == "place" and each.key in named and not each.phrase.context & LOCATED
        else each
        for each in candidates
    ]


def without_common_words(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Returns the candidates without common words that are nobody's surname: "Forest" only where Eva Forest is."""
    surnames = {
        key.rpartition(" ")[2]
        for phrase, key in candidates
        if phrase.kind == "name"
        and phrase.last - phrase.first > 1
        and (phrase.context & TITLED or key.partition(" ")[0] in given_names())
    }
    return [each for each in candidates if each.key in surnames or not _is_common_word(text, each.phrase)]


def _is_common_word(text: str, phrase: Phrase) -> bool:
    flag = k.kinds().get(phrase.noun, 0)
    single = phrase.kind == "name" and phrase.last - phrase.first == 1
    common = single and bool(flag & (k.PLACE | k.THING)) and not flag & k.GROUP
    return common and not is_acronym(text[phrase.start : phrase.end])


def gender(text: str, phrase: Phrase) -> str | None:
    """Returns "m" or "f" for a phrase whose title tells."""
    if not phrase.title:
        return None
    words = {word.strip(".") for word in text[slice(*phrase.title)].lower().split()}
    return "m" if _MALE & words else "f" if _FEMALE & words else None

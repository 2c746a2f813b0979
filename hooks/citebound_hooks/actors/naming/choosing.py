"""Stage 3: which phrases name actors, by what the whole document shows: not mere places, headings, common words."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, known_types, word_lists, words_in
from citebound_hooks.actors.naming.demonyms import has_demonym
from citebound_hooks.actors.naming.evidence import (
    Candidate,
    Evidence,
    coordinated,
    evidence_of,
    parted_by_gender,
    phrase_key,
    renamed,
    without_common_words,
)
from citebound_hooks.actors.naming.nested import OF_NATIONS, is_of_a_place, is_owner, nested
from citebound_hooks.actors.reading.described import tells_apart
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import (
    ACTS,
    FIRST,
    HEADLINE,
    INDEFINITE,
    LOCATED,
    TITLED,
    Phrase,
)
from citebound_hooks.actors.reading.wording import is_acronym

_PROFESSIONS = words_in(word_lists().evidence.professions)
_FIRMS = words_in(word_lists().evidence.firms)


def choose(reading: Reading) -> list[Candidate]:
    """Returns the phrases that name actors, in the order of the text."""
    text = reading.analysis.text
    phrases = coordinated(reading)
    every = [Candidate(phrase, phrase_key(text, phrase)) for phrase in phrases]
    every = parted_by_gender(text, renamed(without_common_words(text, every)))
    every += nested(reading, every)
    every.sort(key=lambda each: each.phrase.start)
    evidence = evidence_of(text, every)
    borne = frozenset(
        word for phrase, key in every if phrase.kind == "name" and " " in key for word in key.split()
    )
    return [each for each in every if _names_actor(each, evidence, reading, borne)]


def _names_actor(
    candidate: Candidate, evidence: dict[str, Evidence], reading: Reading, borne: frozenset[str]
) -> bool:
    phrase, seen = candidate.phrase, evidence[candidate.key]
    if phrase.context & HEADLINE and not seen.prose and not phrase.context & (ACTS | TITLED):
        return False
    match phrase.kind:
        case "place":
            chosen = False
        case "state":
            chosen = seen.acts > 0 and not phrase.context & LOCATED
        case "office" | "described":
            chosen = not phrase.context & INDEFINITE  # "a Front spokesman" is nobody in particular
        case "group":
            opens = phrase.context & FIRST and not _is_anchored(candidate, reading, borne)
            chosen = not opens and not is_of_a_place(reading.analysis.text, phrase)
        case "name":
            common = _is_common_word(candidate, seen, reading, borne) or _is_part_of_country(candidate, borne)
            chosen = not common and _is_supported(phrase, candidate.key, seen)
        case _:
            chosen = True
    return chosen and bool(candidate.key.strip())


def _is_supported(phrase: Phrase, key: str, seen: Evidence) -> bool:
    """Tells whether a name is more than a place, a thing or a word in capitals."""
    if has_actor_noun(phrase) or seen.titled or key in known_types():
        return True
    if seen.places or seen.located > seen.acts or (seen.located and not seen.acts):
        return False
    if seen.indefinite >= max(seen.acts, 1):
        return False
    if phrase.last - phrase.first > 1:
        given = key.partition(" ")[0] in given_names()  # "the Ada Quill affair"
        return seen.compound < seen.total or seen.acts > 0 or given
    return not (phrase.noun.endswith(OF_NATIONS) and seen.compound == seen.total)  # "the Tavarian minister"


def _is_anchored(candidate: Candidate, reading: Reading, borne: frozenset[str]) -> bool:
    """Tells whether the word that opens a sentence and anchors a group is a name: "Veldian troops", "Local troops"."""
    phrase = candidate.phrase
    anchor = phrase.anchor
    if not anchor or anchor[0] != phrase.start or " " in reading.analysis.text[slice(*anchor)].strip():
        return True
    word = reading.analysis.text[slice(*anchor)]
    flag = k.kinds().get(word.lower(), 0)
    if flag & k.DISTINCT:
        return tells_apart(reading.words[phrase.sentence], phrase.first)
    if flag & (k.DEMONYM | k.FAITH | k.PEOPLES) or is_acronym(word) or word.lower() in borne:
        return True
    return word.lower() in reading.proper or is_owner(reading.analysis.text, anchor[1])


def has_actor_noun(phrase: Phrase) -> bool:
    """Tells whether the head noun of a name says that it is an actor's: "Council", "Brigade"."""
    return bool(k.kinds().get(phrase.noun, 0) & (k.BODY | k.MEDIUM)) or (
        phrase.noun in _FIRMS and phrase.last - phrase.first > 1
    )


def _is_part_of_country(candidate: Candidate, borne: frozenset[str]) -> bool:
    """Tells whether "the Department" is the short name of no department that the text names."""
    flag = k.kinds().get(candidate.key, 0)
    return bool(flag & k.PLACE and flag & k.BODY) and candidate.key not in borne


def _is_common_word(candidate: Candidate, seen: Evidence, reading: Reading, borne: frozenset[str]) -> bool:
    """Tells whether a single word is a name only because it opens a sentence."""
    phrase = candidate.phrase
    if phrase.last - phrase.first > 1 or seen.within or seen.titled:
        return False
    word = reading.analysis.text[phrase.start : phrase.end]
    lower, follows = word.lower(), reading.analysis.text[phrase.end : phrase.end + 1]
    if phrase.context & FIRST and follows == ":" and (k.kinds().get(lower, 0) or lower in _PROFESSIONS):
        return True  # a label: "Protection: the partners …", "PRESENTER: Good evening"
    if is_acronym(word) or follows == "*":
        return False  # "Ada*": the name is changed
    if lower in reading.common or lower.endswith(("ly", "ing", "ed")):
        return True
    return not (
        (seen.acts and seen.total > 1)
        or lower in borne
        or candidate.key.rpartition(" ")[2] in borne
        or lower in given_names()
        or has_demonym(reading, lower)
        or candidate.key in known_types()
    )


__all__ = ["Candidate", "Sequence", "choose", "has_actor_noun", "phrase_key"]

"""What a body is whose name leaves it open, or says nothing: by what it does, and by the shape of its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from citebound.model import ActorType
from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, DEFINITE, LOCATED, OWNS, Phrase
from citebound_hooks.actors.reading.wording import Words, is_acronym
from citebound_hooks.actors.telling.persons import is_shaped
from citebound_hooks.actors.telling.violence import DOES, SUFFERS, is_violent, part_in

_DEEDS = 2  # what a deed of violence counts, against one for being named where violence is told
_EVIDENCE = word_lists().evidence
_ARMED, _SPEECH = words_in(_EVIDENCE.armed), words_in(_EVIDENCE.speech)
_OF_STATES, _NAMED = words_in(_EVIDENCE.of_states), words_in(_EVIDENCE.named)
_SAID = words_in(word_lists().violence.said)  # "the outlawed X"
_NEIGHBOURS = words_in(word_lists().phrasing.neighbours)
_OWNERS = words_in(word_lists().phrasing.owners) - {"whose"}
_NEAR = 8  # tokens after a name in which its fighters are counted


def open_type(reading: Reading, cluster: Cluster, votes: Counter[ActorType]) -> ActorType:
    """Returns the type that fits best, `unknown` if nothing speaks for any."""
    names = [phrase for phrase in cluster.phrases if phrase.kind == "name"]
    if not names:
        return "organisation" if votes["organisation"] else "unknown"
    parts = [_violence(reading.words[phrase.sentence], phrase) for phrase in names]
    body = max(votes["organisation"], _is_body(reading, cluster, names))
    near = min(parts.count(1), 1 if body else _DEEDS)  # being near is no deed, however often
    armed = votes["armed-group"] + near + sum(part for part in parts if part > 1)
    if body or _is_plural(reading, names):
        return "armed-group" if armed > body else "organisation"
    if _is_state(reading, names):
        return "state"
    return "person" if _is_person(reading, names) else "unknown"


def _violence(words: Words, phrase: Phrase) -> int:
    """Returns how much a mention speaks for arms: it has fighters, does violence, or stands by it silently."""
    tokens = words.tokens
    for at in range(phrase.last, min(phrase.last + _NEAR, len(tokens))):
        capital = tokens[at].text[0].isupper()
        if tokens[at].lower in _ARMED and (not capital or words.flags[at] & k.OFFICE):
            return _DEEDS
        if capital or tokens[at].text in ".;":
            break
    if phrase.first and tokens[phrase.first - 1].lower in _SAID:
        return _DEEDS
    if phrase.context & ACTS and _has_fighters(words, phrase.last):
        return _DEEDS
    if part_in(words, phrase) & DOES or _has_before(words, phrase.first):
        return _DEEDS
    return int(is_violent(words) and not _speaks(words, phrase))


def _has_fighters(words: Words, last: int) -> bool:
    """Tells "X (Y) announced that its fighters …": the nearest owner's."""
    for at in range(last, min(last + 2 * _NEAR, len(words.tokens) - 1)):
        if words.lower[at] == "its":
            return words.lower[at + 1] in _ARMED
        if words.tokens[at].capitalised and words.tokens[at - 1].text != "(":
            return False
    return False


def _has_before(words: Words, first: int) -> bool:
    """Tells "gunmen of the X" and "a commander of X"."""
    at = first - 1
    while at > 0 and (words.flags[at] & k.ARTICLE or words.tokens[at].text in '"“«'):
        at -= 1
    return (
        at > 0
        and words.tokens[at].lower in ("of", "de", "du", "des")
        and words.tokens[at - 1].lower in _ARMED
    )


def _speaks(words: Words, phrase: Phrase) -> bool:
    """Tells whether a verb of speaking follows a name or stands before it."""
    after, before = phrase.last, phrase.first
    near = words.lower[after : after + 3] + words.lower[max(0, before - 2) : before]
    return not _SPEECH.isdisjoint(near)


def _is_body(reading: Reading, cluster: Cluster, names: Sequence[Phrase]) -> bool:
    """Tells whether a name is abbreviated, or stands after "the" with more words than one."""
    text = reading.analysis.text
    if cluster.defined or any(form.kind == "acronym" for form in cluster.forms):
        return True
    if any(_is_abbreviated(text[slice(*phrase.core)]) for phrase in names):
        return True
    return any(phrase.context & DEFINITE and phrase.last - phrase.first > 1 for phrase in names)


def _is_abbreviated(name: str) -> bool:
    """Tells "KDC" and "CTF 50" from "ADA QUILL"."""
    first, *rest = name.split()
    return is_acronym(first) and not any(word.isalpha() for word in rest)


def _is_plural(reading: Reading, names: Sequence[Phrase]) -> bool:
    """Tells whether "the" stands before a plural: "the Ashkars", "the Lions"."""
    text = reading.analysis.text
    return any(
        phrase.context & DEFINITE and text[phrase.start : phrase.end].endswith("s") for phrase in names
    )


def _is_state(reading: Reading, names: Sequence[Phrase]) -> bool:
    """Tells whether one word that acts is a place as well, or acts among states."""
    if any(phrase.last - phrase.first > 1 for phrase in names):
        return False
    word = reading.analysis.text[names[0].start : names[0].end]
    live = any(phrase.context & (ACTS | OWNS) for phrase in names)
    if not live or word.lower() in given_names() or any(c.isupper() for c in word[1:]):
        return False
    return any(
        phrase.context & LOCATED or _is_among_states(reading.words[phrase.sentence], phrase.last)
        for phrase in names
    )


def _is_among_states(words: Words, last: int) -> bool:
    """Tells "X, which borders", "X accused neighbouring Y" and "X recalled its ambassador": X has what states have."""
    for at in range(last, min(last + 2 * _NEAR, len(words.tokens))):
        word = words.lower[at]
        if word in _NEIGHBOURS or (word == "borders" and words.lower[at - 1] == "which"):
            return True
        if words.tokens[at].capitalised:
            return False
        if word in _OWNERS and not _OF_STATES.isdisjoint(words.lower[at + 1 : at + 3]):
            return True
    return False


def _is_person(reading: Reading, names: Sequence[Phrase]) -> bool:
    """Tells whether a name of the shape of a person's acts, suffers, speaks, or is "named" so."""
    for phrase in names:
        words = reading.words[phrase.sentence]
        if not is_shaped(words, phrase):
            continue
        before = words.tokens[phrase.first - 1].lower if phrase.first else ""
        if phrase.context & (ACTS | OWNS) or before in _SPEECH or before in _NAMED:
            return True
        if part_in(words, phrase) & SUFFERS:
            return True
    return False

"""Bodies that are named inside other phrases: the FMLN of "FMLN guerrillas"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import known_types, word_lists, words_in
from citebound_hooks.actors.naming.evidence import Candidate, phrase_key
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, FIRST, HEADLINE, INDEFINITE, Phrase, PhraseKind
from citebound_hooks.actors.reading.wording import is_acronym

OF_NATIONS = ("ian", "ese", "ean", "ish")  # adjectives of nations that no list knows

_COMPLEMENTS = frozenset(("of", "for"))
_FOLLOWERS = words_in(word_lists().people.followers)


def nested(reading: Reading, every: Sequence[Candidate]) -> list[Candidate]:
    """Returns the bodies that are named inside other phrases: the FMLN of "FMLN guerrillas".

    After "members of" and before "'s" a name stands by itself; elsewhere it is read only if the text has it nowhere
    else.
    """
    text, found = reading.analysis.text, dict[tuple[str, int], Candidate]()
    keys = {candidate.key for candidate in every if not candidate.phrase.context & HEADLINE}
    for phrase, _ in every:
        inner = _inner(reading, phrase)
        if inner is None:
            continue
        alone = _stands_alone(text, phrase)
        if alone or not (inner.key in keys or (inner.key, 0) in found):
            found[inner.key, phrase.start if alone else 0] = inner
    return list(found.values())


def _inner(reading: Reading, phrase: Phrase) -> Candidate | None:
    """Returns the body, or the state or person that owns one, inside a phrase."""
    text = reading.analysis.text
    if not phrase.anchor or phrase.anchor == (phrase.start, phrase.end) or is_of_a_place(text, phrase):
        return None
    start, end = phrase.anchor
    words = name_key(text[start:end]).split()
    if not words:
        return None
    kind: PhraseKind = "group" if text[start:end].rsplit(maxsplit=1)[-1].islower() else "name"
    if _is_told_by_place(reading, phrase, words) or (
        kind == "name"
        and (
            not (_is_body_name(words, titled=phrase.title is not None) or _is_person(text, words, end))
            or _is_told_by_body(reading, phrase, words)
        )
    ):
        return None
    tokens = reading.words[phrase.sentence].tokens
    inside = [at for at in range(phrase.first, phrase.last) if start <= tokens[at].start < end]
    inner = replace(
        phrase,
        kind=kind,
        first=inside[0] if inside else phrase.first,
        last=inside[-1] + 1 if inside else phrase.last,
        start=start,
        end=end,
        core=phrase.anchor,
        title=None,
        anchor=None,
        noun=_head(words),
        context=ACTS,
    )
    return Candidate(inner, phrase_key(text, inner))


def _is_told_by_place(reading: Reading, phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether a word has its capital from the beginning of its sentence alone: "Rescue workers", "State television"."""
    text, (start, end) = reading.analysis.text, phrase.anchor or (0, 0)
    if len(words) > 1 or not phrase.context & FIRST or start != phrase.start:
        return False
    if k.kinds().get(words[0], 0) & k.MODIFIER:
        return True
    known = words[0] in known_types() or words[0] in reading.proper
    return not (known or is_acronym(text[start:end]) or is_owner(text, end))


def _is_told_by_body(reading: Reading, phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether a word that nothing else tells only says which body it is, as a place does: "the Harrow militia"."""
    text, (start, end) = reading.analysis.text, phrase.anchor or (0, 0)
    if len(words) > 1 or start != phrase.start or not k.kinds().get(phrase.noun, 0) & k.BODY:
        return False
    return not (is_owner(text, end) or is_acronym(text[start:end]) or words[0] in known_types())


def _stands_alone(text: str, phrase: Phrase) -> bool:
    """Tells whether the name inside a phrase is a mention of its own: "members of X", "X's army", "an X official"."""
    if phrase.anchor is None:
        return False
    headed = phrase.kind == "group" and phrase.start < phrase.anchor[0]
    owner = is_owner(text, phrase.anchor[1])
    return headed or owner or bool(phrase.kind == "office" and phrase.context & INDEFINITE)


def is_of_a_place(text: str, phrase: Phrase) -> bool:
    """Tells "residents of Tessaro" from "people of Chad" and "members of the Front"."""
    population = k.noun_types().get(phrase.noun) == "population" and phrase.noun not in _FOLLOWERS
    if not population or phrase.start >= phrase.core[0]:
        return False
    anchor = text[slice(*phrase.core)].lower()
    flag = k.kinds().get(anchor.split()[-1], 0)
    return not (anchor in k.geography().states or anchor in known_types() or flag & (k.BODY | k.DEMONYM))


def is_owner(text: str, end: int) -> bool:
    """Tells whether a genitive's ending stands behind a name."""
    return text[end : end + 2] in ("'s", "’s")


def _head(words: Sequence[str]) -> str:
    """Returns the noun that a name is built on: the "movement" of "movement of the dry river"."""
    return words[next((at for at, word in enumerate(words) if at and word in _COMPLEMENTS), len(words)) - 1]


def _is_person(text: str, words: Sequence[str], end: int) -> bool:
    """Tells the owner of "Ada Quill's faction": two words or three that mean nothing else."""
    return is_owner(text, end) and 1 < len(words) < 4 and not any(k.kinds().get(word, 0) for word in words)


def _is_body_name(words: Sequence[str], *, titled: bool) -> bool:
    """Tells whether a nested name is a body's: no state, no adjective, no place."""
    text, flag = " ".join(words), k.kinds().get(words[-1], 0)
    if text in k.geography().states or all(
        k.kinds().get(word, 0) & (k.DEMONYM | k.FAITH | k.COMPASS) for word in words
    ):
        return False
    if len(words) == 1 and not flag and words[-1].endswith(OF_NATIONS):
        return False
    if k.kinds().get(_head(words), 0) & k.BODY:
        return True  # "Movement of the Dry River"
    return text in known_types() or (len(words) == 1 and not flag and not titled)

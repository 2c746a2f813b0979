"""Names that are part of a word: the Iran of "Iran-backed", the two states of "UK-France"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import known_types
from citebound_hooks.actors.reading.phrase import ACTS, COMPOUND, Phrase, PhraseKind
from citebound_hooks.actors.reading.run_kinds import states_in
from citebound_hooks.actors.reading.wording import Words, compound_name, is_acronym
from citebound_hooks.language.tokens import Token


def paired_states(words: Words, sentence: int, at: int) -> list[Phrase]:
    """Returns the two states of "UK-France"."""
    token = words.tokens[at]
    if "-" not in token.text:
        return []
    parts = [slice(start - token.start, end - token.start) for start, end in states_in(token)]
    return [_part(token, (sentence, at), part, "state") for part in parts]


def backer(words: Words, sentence: int, at: int) -> Iterator[Phrase]:
    """Yields the Iran of "Iran-backed": whoever backs, leads or holds acts.

    A name that no list knows gets no such mark, so that the text must name its bearer elsewhere, too.
    """
    token = words.tokens[at]
    name = compound_name(token)
    if name is None:
        return
    part = slice(0, len(name))
    state = name.lower() in k.geography().states
    if state or is_acronym(name) or name_key(name) in known_types():
        yield _part(token, (sentence, at), part, "state" if state else "name")
    elif at and not k.kinds().get(name.lower(), 0) and name[1:].islower():
        yield replace(_part(token, (sentence, at), part, "name"), context=COMPOUND)


def _part(token: Token, where: tuple[int, int], length: slice, kind: PhraseKind) -> Phrase:
    """Returns the phrase of a part of a token; `where`: the sentence and the token's number in it."""
    sentence, at = where
    place = (token.start + length.start, token.start + length.stop)
    return Phrase(kind, sentence, at, at + 1, *place, place, None, None, token.lower, ACTS)

"""Whose office it is where a pronoun stands for the body: "Its leader, Ada Quill", "the Front, whose leader, …"."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, word_lists, words_in
from citebound_hooks.actors.reading.phrase import ACTS, COMPOUND, DEFINITE, DIRECTED, LOCATED, Phrase
from citebound_hooks.actors.reading.wording import Words, is_acronym

OWNERS = words_in(word_lists().phrasing.owners)
_OPENS = 3  # tokens before a sentence's subject


def owner_of(
    words: Words, at: int, here: Sequence[Phrase], before: Sequence[Phrase], text: str
) -> Phrase | None:
    """Returns the body that the pronoun at a token stands for, None where it may be any of several.

    Args:
        words: The sentence.
        at: The token of the pronoun.
        here: The phrases of the sentence before it.
        before: The phrases of the sentence before in the same paragraph.
        text: The document's text.
    """
    if words.tokens[at].lower == "whose":
        last = [phrase for phrase in here if phrase.last <= at]
        return last[-1] if last and _is_body(last[-1], text) and at - last[-1].last <= 1 else None
    near = [phrase for phrase in here if phrase.last <= at]
    if near and not _bodies(near, text):  # "Kareth closed its border, and its minister, Ada Quill, …"
        alone = len(near) == 1 and near[0].first <= _OPENS and near[0].context & ACTS and not near[0].title
        return near[0] if alone and near[0].last - near[0].first == 1 else None
    named = any(
        token.text[0].isupper() and not flag & k.FUNCTION
        for token, flag in zip(words.tokens[:at], words.flags[:at], strict=True)
    )
    bodies = _bodies(near if near or named else before, text)
    if len({text[slice(*phrase.core)] for phrase in bodies}) == 1:
        return bodies[0]
    first = next(iter(near or before), None)
    if first is None or first.first > _OPENS:
        return None
    if first in bodies and not first.context & (LOCATED | DIRECTED):
        return first
    subject = next((phrase for phrase in near or before if phrase.context & ACTS), None)
    return subject if subject in bodies else None


def _bodies(phrases: Sequence[Phrase], text: str) -> list[Phrase]:
    """Returns the bodies among some phrases; acronyms only where no long name stands beside them."""
    found = [phrase for phrase in phrases if _is_body(phrase, text)]
    return [phrase for phrase in found if not is_acronym(text[slice(*phrase.core)])] or found


def _is_body(phrase: Phrase, text: str) -> bool:
    """Tells whether a name is a body's: by its noun, or an acronym."""
    if phrase.kind == "state":
        return bool(phrase.context & ACTS)
    if phrase.kind != "name" or phrase.title:
        return False
    name = text[slice(*phrase.core)]
    if k.kinds().get(phrase.noun, 0) & k.GROUP or is_acronym(name):
        return True
    definite = phrase.context & DEFINITE and not phrase.context & COMPOUND
    return bool(definite) or " of the " in name or " for " in name or _is_plural(name)


def _is_plural(name: str) -> bool:
    """Tells "Sons of Tarva" and "Lions de Merga" from "Carlos de Brell"."""
    first, _, rest = name.lower().partition(" ")
    return (
        first.endswith("s") and rest.startswith(("of ", "de ", "du ", "des ")) and first not in given_names()
    )

"""Acronyms that the text doesn't define, but whose letters begin the words of one body that it names."""

from __future__ import annotations

from citebound.model import AliasKind
from citebound_hooks.actors.joining.joiner import Joiner
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import DEFINITE, TITLED, Phrase

_SMALL = words_in(word_lists().phrasing.left_out)


def join_initials(names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins an acronym to the one name of the text whose words begin with its letters."""
    by_initials: dict[str, list[str]] = {}
    for key, phrase in names.items():
        words = [word for word in key.split() if word not in _SMALL]
        if len(words) > 1 and _may_have_acronym(phrase, key):
            by_initials.setdefault("".join(word[0] for word in words), []).append(key)
    for key in names:
        long = by_initials.get(key, ()) if " " not in key else ()
        if len(long) == 1 and key not in short:
            joiner.join(key, long[0])
            short[key] = "acronym"


def _may_have_acronym(phrase: Phrase, key: str) -> bool:
    """Tells whether a name is a body's, not that of a person whose initials an acronym happens to have."""
    if phrase.context & TITLED:
        return False
    words = key.split()
    body = any(k.kinds().get(word, 0) & k.GROUP for word in words) or not _SMALL.isdisjoint(words)
    return body or bool(phrase.context & DEFINITE)

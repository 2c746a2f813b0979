"""Acronyms whose letters begin the words of one name: a body's anywhere in the text, a person's in brackets near it."""

from __future__ import annotations

from citebound.model import AliasKind
from citebound_hooks.actors.joining.joiner import Joiner
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import DEFINITE, TITLED, Phrase

_SMALL = words_in(word_lists().phrasing.left_out)


def join_initials(text: str, names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins an acronym to the one name of the text whose words begin with its letters."""
    by_initials: dict[str, list[str]] = {}
    for key in names:
        words = [word for word in key.split() if word not in _SMALL]
        if len(words) > 1:
            by_initials.setdefault("".join(word[0] for word in words), []).append(key)
    for key, acronym in names.items():
        spelled = by_initials.get(key, ()) if " " not in key else ()
        long = [name for name in spelled if _may_be_meant(text, acronym, names[name], name)]
        if len(long) == 1 and key not in short:
            joiner.join(key, long[0])
            short[key] = "acronym"


def _may_be_meant(text: str, short: Phrase, long: Phrase, key: str) -> bool:
    """Tells whether an acronym is a body's or stands in brackets beside the name, and is no person's by chance."""
    if _is_given_beside(text, short, long):
        return True
    if long.context & TITLED:
        return False
    words = key.split()
    body = any(k.kinds().get(word, 0) & k.GROUP for word in words) or not _SMALL.isdisjoint(words)
    return body or bool(long.context & DEFINITE)


def _is_given_beside(text: str, short: Phrase, long: Phrase) -> bool:
    """Tells "Ada Quill, the mayor of Orn (AQ)"."""
    start, end = short.core
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return in_brackets and short.sentence == long.sentence and long.end < start

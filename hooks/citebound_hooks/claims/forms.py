"""The forms of an English verb, by rule."""

from __future__ import annotations

from typing import Literal

import msgspec

_VOWELS = "aeiou"
Form = Literal["base", "third", "past", "participle", "gerund"]


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs whose last consonant doubles before -ed and -ing, and those that are spelt both ways."""

    doubling: frozenset[str]
    either: frozenset[str]


def verb_forms(lemma: str, spelling: Spelling) -> list[tuple[str, Form]]:
    """Returns the regular forms of a verb with what they are; spelling variants are all listed."""
    forms: list[tuple[str, Form]] = [(lemma, "base"), (_third(lemma), "third")]
    for stem, past in _stems(lemma, spelling):
        forms += [(past, "past"), (past, "participle"), (stem + "ing", "gerund")]
    return forms


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or lemma in ("go", "do", "undergo"):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stems(lemma: str, spelling: Spelling) -> list[tuple[str, str]]:
    """The stem before -ing and the past form, for each way of spelling."""
    if lemma in spelling.either:
        return [(lemma, lemma + "ed"), (lemma + lemma[-1], lemma + lemma[-1] + "ed")]
    if lemma in spelling.doubling:
        return [(lemma + lemma[-1], lemma + lemma[-1] + "ed")]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return [(lemma[:-1], lemma + "d")]
    if lemma.endswith("ee"):
        return [(lemma, lemma + "d")]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [(lemma, lemma[:-1] + "ied")]
    return [(lemma, lemma + "ed")]

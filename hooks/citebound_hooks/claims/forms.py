"""The forms of an English verb, by rule."""

from __future__ import annotations

from typing import Literal

Form = Literal["base", "third", "past", "participle", "gerund"]
_VOWELS = "aeiou"
_DOUBLING = frozenset(
    "acquit admit beg bet brag chat commit concur confer dub forbid forget infer jot nag omit pan permit pin plan "
    "quip rebut recur refer regret rip slam slur snap spin submit tag tip transmit".split()
)
_EITHER = frozenset("label signal counsel cancel rebel model channel".split())


def verb_forms(lemma: str) -> list[tuple[str, Form]]:
    """Returns the regular forms of a verb with what they are; spelling variants are all listed."""
    forms: list[tuple[str, Form]] = [(lemma, "base"), (_third(lemma), "third")]
    for stem, past in _stems(lemma):
        forms += [(past, "past"), (past, "participle"), (stem + "ing", "gerund")]
    return forms


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or lemma in ("go", "do", "undergo"):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stems(lemma: str) -> list[tuple[str, str]]:
    """The stem before -ing and the past form, for each way of spelling."""
    if lemma in _EITHER:
        return [(lemma, lemma + "ed"), (lemma + lemma[-1], lemma + lemma[-1] + "ed")]
    if lemma in _DOUBLING:
        return [(lemma + lemma[-1], lemma + lemma[-1] + "ed")]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return [(lemma[:-1], lemma + "d")]
    if lemma.endswith("ee"):
        return [(lemma, lemma + "d")]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [(lemma, lemma[:-1] + "ied")]
    return [(lemma, lemma + "ed")]

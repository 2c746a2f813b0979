"""The cue lexicon: which verbs report, what they take, and how far each is to be trusted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from citebound.model import ClaimKind
from citebound_hooks.claims.forms import Form, Spelling, verb_forms
from citebound_hooks.claims.forms_fr import Listed, french_forms
from citebound_hooks.language.lexicon import load_lexicon

STRONG = 0.85  # the weight from which a verb reports speech rather than a state of mind


class Take(msgspec.Struct, frozen=True):
    """One thing that a verb takes: the kind of claim, its weight, the words that must follow an object."""

    kind: ClaimKind
    weight: float
    marks: frozenset[str]


class Verb(msgspec.Struct, frozen=True):
    """A reporting verb with all that it takes, and what it takes after a particle (`point out`)."""

    lemma: str
    takes: dict[str, Take]
    phrasal: dict[str, dict[str, Take]]

    @property
    def strong(self) -> bool:
        """Whether it reports speech rather than a state of mind."""
        return any(
            take.weight >= STRONG for takes in (self.takes, *self.phrasal.values()) for take in takes.values()
        )


class CueForm(msgspec.Struct, frozen=True):
    """A form of a reporting verb as it stands in texts."""

    verb: Verb
    forms: frozenset[Form]
    noun: bool


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lemmas: tuple[str, ...]
    kind: ClaimKind
    takes: tuple[str, ...]
    weight: float
    marks: tuple[str, ...] = ()
    particle: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    nouns: frozenset[str]
    spelling: Spelling
    verbs: tuple[_Group, ...]
    phrasal: tuple[_Group, ...] = ()


class _EnglishFile(_File, frozen=True, forbid_unknown_fields=True, kw_only=True):
    irregular: dict[str, tuple[str, str]]


class _FrenchFile(_File, frozen=True, forbid_unknown_fields=True, kw_only=True):
    irregular: dict[str, Listed]


@cache
def cue_forms(language: str = "en") -> dict[str, CueForm]:
    """Returns the forms of a language's reporting verbs, in lower case; English for one without a lexicon."""
    here = Path(__file__)
    if language == "fr":
        french = load_lexicon(here.with_name("cues.fr.toml"), _FrenchFile)
        return _by_form(french, lambda lemma: list(french_forms(lemma, french.irregular.get(lemma))))
    english = load_lexicon(here.with_name("cues.toml"), _EnglishFile)
    return _by_form(english, lambda lemma: _english_forms(lemma, english))


def _by_form(file: _File, forms_of: Callable[[str], list[tuple[str, Form]]]) -> dict[str, CueForm]:
    found: dict[str, CueForm] = {}
    for verb in _verbs(file).values():
        for form, reading in forms_of(verb.lemma):
            known = found.setdefault(form, CueForm(verb, frozenset(), form in file.nouns))
            if known.verb is verb:
                found[form] = replace(known, forms=known.forms | {reading})
    return found


def _english_forms(lemma: str, file: _EnglishFile) -> list[tuple[str, Form]]:
    forms = verb_forms(lemma, file.spelling)
    irregular = file.irregular.get(lemma)
    if irregular is None:
        return forms
    kept = [(form, reading) for form, reading in forms if reading not in ("past", "participle")]
    return [*kept, (irregular[0], "past"), (irregular[1], "participle")]


def _verbs(file: _File) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for group in (*file.verbs, *file.phrasal):
        take = Take(group.kind, group.weight, frozenset(group.marks))
        for lemma in group.lemmas:
            verb = verbs.setdefault(lemma, Verb(lemma, {}, {}))
            takes = verb.phrasal.setdefault(group.particle, {}) if group.particle else verb.takes
            for name in group.takes:
                takes.setdefault(name, take)
    return verbs

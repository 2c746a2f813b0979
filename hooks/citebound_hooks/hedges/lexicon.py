"""The lexicon of hedges, loaded once and made ready for the search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

HedgeKind = Literal[
    "hearsay", "modal", "probability", "appearance", "suspicion", "belief", "confidence", "indication", "unverified",
    "attenuation", "approximation",
]  # fmt: skip
Opening = Literal["none", "be", "be-optional", "degree"]

_NUMBER = (
    r"(?:\d|(?:a|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one)\s(?:hundred|dozen)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|dozens|hundreds|thousands|half"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|cent|mille|[$€£])\b)"
)


_PLACEHOLDERS = {"#": _NUMBER, "#time": r"\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m)", "#plural": r"[^\W\d_]{3,20}s"}


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms with one meaning and one context; the keys are explained at the head of `hedges.toml`."""

    kind: HedgeKind
    language: Literal["en", "fr", "es"]
    forms: tuple[str, ...]
    then: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    opening: Opening = "none"
    lower_case_only: bool = False


class Conditional(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a French conditional is told, and when it tells no hearsay; the keys are explained in `hedges.toml`."""

    endings: tuple[str, ...]
    imperfect: frozenset[str]
    reporting: frozenset[str]
    wishing: frozenset[str]


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `hedges.toml`."""

    conditional: Conditional
    entry: tuple[Entry, ...]


class Form(NamedTuple):
    """One form, as patterns to be matched where its first word stands; they are compiled when they are first used.

    Attributes:
        pattern: Matches the form and looks at what follows.
        required: What must stand directly before; empty if nothing must.
        refused: What must not stand directly before; empty if anything may.
        flags: Those of `pattern`.
    """

    pattern: str
    required: str
    refused: str
    flags: int
    kind: HedgeKind
    opening: Opening

    def match(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """Matches the form at a place."""
        return _compiled(self.pattern, self.flags).match(text, at, end)

    def fits(self, before: str) -> bool:
        """Tells whether what stands before the form allows it."""
        if self.required and not _compiled(self.required, re.I).search(before):
            return False
        return not (self.refused and _compiled(self.refused, re.I).search(before))


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


class Openers:
    """The forms that begin with one word, made ready when a text first has it.

    Args:
        listed: Each form, in the order of the lexicon, with its entry.
    """

    def __init__(self, listed: Sequence[tuple[str, Entry]]) -> None:
        self._listed = listed

    @cached_property
    def _gate(self) -> re.Pattern[str]:
        """Matches where the words of any of them stand, so that one look tells whether to try them."""
        return re.compile("|".join(dict.fromkeys(_phrase(form) for form, _ in self._listed)), re.I)

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return tuple(_ready(form, entry) for form, entry in self._listed)

    def at(self, text: str, at: int, end: int) -> tuple[Form, ...]:
        """Returns the forms that may stand at a place where their first word does."""
        return self._forms if self._gate.match(text, at, end) else ()


@cache
def lexicon() -> Lexicon:
    """Returns the lexicon, read once."""
    return load_lexicon(Path(__file__).with_name("hedges.toml"), Lexicon)


@cache
def forms_by_first_word() -> dict[str, Openers]:
    """Returns the forms of all languages under their first word in lower case."""
    found: dict[str, list[tuple[str, Entry]]] = {}
    for entry in lexicon().entry:
        for form in entry.forms:
            first = re.match(r"[^\W\d_]+", form)
            if first:
                found.setdefault(first.group().lower(), []).append((form, entry))
    return {word: Openers(listed) for word, listed in found.items()}


def _ready(form: str, entry: Entry) -> Form:
    pattern = _phrase(form) + r"(?!\w)"
    if entry.then:
        pattern += rf"\s{{1,4}}{_any(entry.then)}(?!\w)"
    if entry.before:
        pattern += rf"(?=\s{{1,4}}{_any(entry.before)})"
    if entry.within:
        pattern += rf"(?=[^.;:!?]{{1,40}}\s{_any(entry.within)})"
    if entry.not_before:
        pattern += rf"(?!\s{{1,4}}{_any(entry.not_before)}(?!\w))"
    flags = re.NOFLAG if entry.lower_case_only else re.I
    before = _directly_before(entry.after), _directly_before(entry.not_after)
    return Form(pattern, *before, int(flags), entry.kind, entry.opening)


def _directly_before(phrases: tuple[str, ...]) -> str:
    return rf"(?<!\w){_any(phrases)}\s{{1,4}}$" if phrases else ""


def _phrase(words: str) -> str:
    return r"\s{1,4}".join(re.escape(word).replace("'", "['’]") for word in words.split())


def _any(phrases: tuple[str, ...]) -> str:
    parts = (_PLACEHOLDERS.get(phrase) or _phrase(phrase) + r"(?!\w)" for phrase in phrases)
    return f"(?:{'|'.join(parts)})"

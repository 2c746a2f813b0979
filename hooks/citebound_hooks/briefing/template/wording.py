"""The wordings of a template (`strings/en.toml`): our own words, never the source's."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import TemplateRuntimeError
from markupsafe import Markup, escape

from citebound.errors import ConfigurationError
from citebound.model import Date
from citebound.toml_files import as_settings
from citebound_hooks.briefing.template.lineage import merged, read_table

_QUOTED = re.compile(r'["“„][^"“”„]+["”“]|«[^«»]+»')
_MARKS = "\"'“”„«»‘’‚‹›"
_APART = "\u202f"  # narrow and unbreakable, as typographers set marks that meet
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_NOTHING = Markup("")
_SLOT = re.compile(r"\{([a-z_]{1,30})\}")


class Plural(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wording for one and one for any other number."""

    one: str
    other: str


class Wordings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language's wordings.

    Attributes:
        language: BCP 47.
        one: The numbers that take the form `one`: [1] in English, [0, 1] in French.
        months: January to December.
        dates: The forms of a date by what is known of it: `day`, `month`.
        words: The wordings by key; `{name}` is a slot for a value.
        rules: What rules find, by their code; the rules themselves say it in English.
    """

    language: str
    one: tuple[int, ...]
    months: tuple[str, ...]
    dates: dict[str, str]
    words: dict[str, str | Plural]
    rules: dict[str, str] = {}

    @property
    def right_to_left(self) -> bool:
        """True if the language is written from right to left."""
        return self.language.split("-")[0].lower() in _RIGHT_TO_LEFT

    def say(self, key: str, **values: object) -> Markup:
        """Returns a wording with its slots filled; `n` chooses between one and many.

        Raises:
            TemplateRuntimeError: If the key or a slot is unknown.
        """
        if key not in self.words:
            raise TemplateRuntimeError(f"no wording {key!r} in strings/{self.language}.toml")
        found = self.words[key]
        if isinstance(found, Plural):
            found = found.one if values.get("n") in self.one else found.other
        return _filled(found, key, values)

    def quoted(self, words: str) -> Markup:
        """Returns words between quotation marks: the source's own if it has them around all of the words.

        Where our mark meets one of the source's, a narrow blank keeps the two apart.
        """
        if _QUOTED.fullmatch(words):
            return escape(words)
        before, after = self.say("open"), self.say("close")
        opened = before + _APART if _meet(before[-1:], words[:1]) else before
        closed = _APART + after if _meet(words[-1:], after[:1]) else after
        return opened + escape(words) + closed

    def field(self, key: str) -> Markup:
        """Returns the name of a field of the record."""
        return self.say(f"field-{key}")

    def event(self, kind: str) -> Markup:
        """Returns the name of a kind of event: a plugin's own kind as it is."""
        return self.say(f"event-{kind}") if f"event-{kind}" in self.words else escape(kind)

    def kind(self, kind: str) -> Markup:
        """Returns the name of a kind of claim."""
        return self.say(f"kind-{kind}")

    def rule(self, code: str) -> str:
        """Returns what a rule finds; nothing where this language has no words for it."""
        return self.rules.get(code, "")

    def date(self, date: Date) -> Markup:
        """Writes a resolved date in words, unbreakable; the printed words where it is not resolved."""
        if date.iso is None:
            return Markup("<keep>{}</keep>").format(date.raw)
        days = [date.iso] if date.iso_end is None else [date.iso, date.iso_end]
        return Markup(" – ").join(Markup("<keep>{}</keep>").format(self._day(day)) for day in days)

    def _day(self, iso: str) -> str:
        year, *rest = iso.split("-")
        if not rest:
            return year
        form = self.dates["day" if len(rest) == 2 else "month"]
        month = self.months[int(rest[0]) - 1]
        return form.format(year=year, month=month, day=int(rest[1]) if len(rest) == 2 else "")


def _meet(left: str, right: str) -> bool:
    return bool(left and right) and left in _MARKS and right in _MARKS


def _filled(wording: str, key: str, values: dict[str, object]) -> Markup:
    form, slots = _parsed(wording)
    if not slots:
        return form[0]
    missing = next((slot for slot in slots if slot not in values), None)
    if missing is not None:
        raise TemplateRuntimeError(f"the wording {key!r} needs a value for {{{missing}}}")
    pieces = [piece for at, slot in enumerate(slots) for piece in (form[at], escape(values[slot]))]
    return _NOTHING.join([*pieces, form[-1]])


@lru_cache(maxsize=2048)
def _parsed(wording: str) -> tuple[tuple[Markup, ...], tuple[str, ...]]:
    """Returns the words around the slots of a wording, and the names of the slots."""
    parts = _SLOT.split(wording)
    return tuple(map(escape, parts[::2])), tuple(parts[1::2])


def load_wordings(folders: tuple[Path, ...], language: str) -> Wordings:
    """Reads the strings of a template in one language, over those that it builds on; titles of rules stand apart.

    Raises:
        ConfigurationError: If they are missing or wrong; names the file.
    """
    name = f"strings/{language}.toml"
    paths = [folder / name for folder in folders if (folder / name).is_file()]
    if not paths:
        raise ConfigurationError(
            f"{folders[0] / name}: No such file or directory; the style asks for this language"
        )
    whole: dict[str, Any] = {}
    for path in reversed(paths):
        whole = merged(whole, read_table(path))
    titles = [folder / f"rules/{language}.toml" for folder in reversed(folders)]
    for path in [path for path in titles if path.is_file()]:
        whole = merged(whole, {"rules": read_table(path)})
    try:
        return as_settings(whole, Wordings)
    except ConfigurationError as error:
        raise ConfigurationError(f"{paths[0]}: {error}") from error

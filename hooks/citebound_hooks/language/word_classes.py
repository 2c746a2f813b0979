"""What each word is by itself: one letter for its class, by the closed classes and the word endings of a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

_MARKS = {
    **dict.fromkeys(",", ","),
    **dict.fromkeys(".!?…", "."),
    **dict.fromkeys(":", ":"),
    **dict.fromkeys(";", ";"),
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    **dict.fromkeys("—–―-", "-"),
    **dict.fromkeys("“«„", "“"),
    **dict.fromkeys("”»", "”"),
    **dict.fromkeys('"', '"'),
    **dict.fromkeys("&/", "&"),
    **dict.fromkeys("$€£@#", "D"),
    "%": "N",
    "'s": "p",
    "’s": "p",
}
_REMEMBERED = 1 << 16  # words
_GENITIVE = ("'s", "’s", "s'", "s’")


class WordClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A closed class: its letter, what it is, its words in lower case."""

    tag: str
    name: str
    words: tuple[str, ...]


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings that tell a word's class if at least `stem` letters stand before them."""

    tag: str
    endings: tuple[str, ...]
    stem: int


class Exceptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words whose ending deceives."""

    tag: str
    words: tuple[str, ...]


class WordClasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `word_classes.toml`."""

    classes: tuple[WordClass, ...] = msgspec.field(name="class")
    endings: tuple[Ending, ...] = msgspec.field(name="ending")
    exceptions: tuple[Exceptions, ...] = msgspec.field(name="exception")


@cache
def word_classes(language: str) -> WordClasses:
    """Returns the word classes of a language, `en` or `fr`, read once."""
    name = "word_classes.fr.toml" if language == "fr" else "word_classes.toml"
    return load_lexicon(Path(__file__).with_name(name), WordClasses)


@cache
def known_words(language: str) -> dict[str, str]:
    """Returns the letter of each listed word of a language, in lower case."""
    tables = word_classes(language)
    known = {word: group.tag for group in tables.classes for word in group.words}
    known |= {word.replace("'", "’"): tag for word, tag in known.items() if "'" in word}
    return known | {word: group.tag for group in tables.exceptions for word in group.words} | _MARKS


class _Letters(dict[str, str]):
    """The letter that each word has by itself, told once; all are forgotten when there are too many."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, text: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        lower = text.lower()
        letter = known_words(self._language).get(lower) or _guessed(text, lower, self._language)
        self[text] = letter
        return letter


@cache
def letters_of(language: str) -> dict[str, str]:
    """Returns the letter of any word of a language, listed or not, as it stands in the text."""
    return _Letters(language)


def _guessed(text: str, lower: str, language: str) -> str:
    first = text[0]
    if not first.isalpha():
        return "n" if first.isdigit() else "?"
    if lower.endswith(_GENITIVE):
        return "c"
    if first.isupper() or text != lower:
        return "C"  # "al-Qaeda" too
    return by_ending(lower, language)


@cache
def _endings(language: str) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (ending, group.tag, group.stem)
        for group in word_classes(language).endings
        for ending in group.endings
    )


def by_ending(lower: str, language: str = "en") -> str:
    """Returns the letter that a word's ending tells."""
    for ending, tag, stem in _endings(language):
        if lower.endswith(ending) and len(lower) >= len(ending) + stem:
            return tag
    return "Z" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "N"

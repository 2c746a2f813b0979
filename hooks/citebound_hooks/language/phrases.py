"""A shallow look at a sentence: one letter for each token, and noun phrases as patterns over these letters.

The letters are named in `word_classes.toml`; C is a capitalised word, c one in the
genitive, Z another word in -s (a plural or a verb), N any other word. A
sentence becomes a string, and a chunk a match of a regular expression on it, which costs little. No model is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon
from citebound_hooks.language.tokens import Token

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
_APPROXIMATE = frozenset({"about", "around", "over", "under", "nearly", "almost", "roughly"})
_NUMBERED = frozenset({"no", "nos", "nr"})
_BEFORE_INFINITIVE = frozenset({"de", "d'", "d’", "à"})
# What stands before a number as a determiner does: "at least 40", "as many as 40"; by its last word.
_QUANTIFIERS = {
    "least": (("at", "least"),),
    "most": (("at", "most"),),
    "to": (("up", "to"),),
    "as": (("as", "many", "as"), ("as", "few", "as")),
    "than": (("no", "more", "than"), ("more", "than"), ("fewer", "than"), ("less", "than")),
    "all": (("in", "all"),),
}
_IN_TIME = frozenset({"first", "last", "once"})
_RETAGGING = frozenset({"by", "of", "last", "once", "'", "’"})  # words that tell how to read the one before
_OPENING = frozenset('“":.(-‘')
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
def _known(language: str) -> dict[str, str]:
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
        letter = _known(self._language).get(lower) or _guessed(text, lower, self._language)
        self[text] = letter
        return letter


@cache
def _letters(language: str) -> _Letters:
    return _Letters(language)


def tag_string(tokens: Sequence[Token], language: str = "en") -> str:
    """Returns one letter for each token of a sentence in English or French."""
    letter = _letters(language)
    letters = [letter[token.text] for token in tokens]
    if language == "fr":
        return _french(letters, tokens)
    for at, token in enumerate(tokens):
        if token.text[0].isupper():
            letters[at] = _of_capital(letters, tokens, at)
        elif at and (letters[at] == "n" or token.lower in _RETAGGING):
            _retag(letters, tokens, at)
    return "".join(letters)


def _of_capital(letters: list[str], tokens: Sequence[Token], at: int) -> str:
    """The letter of a capitalised word: IS and WHO are names, the words of a heading in capitals are not."""
    text, lower = tokens[at].text, tokens[at].lower
    if len(text) == 1 or not text.isupper():
        return _capital(letters, at, lower)
    if at and len(tokens[at - 1].text) > 1 and tokens[at - 1].text.isupper():
        return _known("en").get(lower) or _by_ending(lower)
    return "C" if at or letters[at] in "ob" else letters[at]  # "US officials", "IS claimed"


def _retag(letters: list[str], tokens: Sequence[Token], at: int) -> None:
    """Reads a word by its neighbour: "about 20", "led by", "the shelling of", "the rebels' camp"."""
    token, before = tokens[at], tokens[at - 1]
    if token.lower in _IN_TIME and before.lower == "at":
        letters[at - 1 : at + 1] = "RR"  # "at first"
    elif letters[at] == "n" and before.text == "." and at > 1 and tokens[at - 2].lower in _NUMBERED:
        letters[at - 2 : at] = "N&"  # "Report No. 2"
    elif letters[at] == "n" and before.lower in _APPROXIMATE:
        letters[at - 1] = "D"
    elif letters[at] == "n" and before.lower in _QUANTIFIERS:
        for words in _QUANTIFIERS[before.lower]:
            if tuple(word.lower for word in tokens[max(0, at - len(words)) : at]) == words:
                letters[at - len(words) : at] = "D" * len(words)
                break
    elif token.lower == "by" and letters[at - 1] == "V":
        letters[at - 1] = "E"
    elif token.lower == "of" and letters[at - 1] == "G" and at > 1 and letters[at - 2] in "DJc":
        letters[at - 1] = "N"  # "the shelling of"
    elif token.text in "'’" and token.start == before.end and before.lower.endswith("s"):
        letters[at] = "p"


def _capital(letters: list[str], at: int, lower: str) -> str:
    """The letter of a capitalised word: inside a sentence it is a name, whatever it means in lower case."""
    letter = letters[at]
    if at and lower == "a" and letters[at + 1 : at + 2] == ["."]:
        return "C"  # "Dr. A. B. Rook"
    if at and letters[at - 1] not in _OPENING:
        return "C" if letter in "JNEGMn" else letter
    if letter == "C":
        return _first_word(letters, at, lower)
    return letter


def _first_word(letters: list[str], at: int, lower: str) -> str:
    """Tells "Recently, …" and "Asked about …", which are no names, from "Kelly said" and "Reed said"."""
    ending = _by_ending(lower)
    after = letters[at + 1] if at + 1 < len(letters) else ""
    if (ending == "R" and after in (",", "D", "O", "C")) or (
        ending in "EG" and after and after in "PDcoOTftSJ"
    ):
        return ending
    return "C"


def _guessed(text: str, lower: str, language: str) -> str:
    first = text[0]
    if not first.isalpha():
        return "n" if first.isdigit() else "?"
    if lower.endswith(_GENITIVE):
        return "c"
    if first.isupper() or text != lower:
        return "C"  # "al-Qaeda" too
    return _by_ending(lower, language)


@cache
def _endings(language: str) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (ending, group.tag, group.stem)
        for group in word_classes(language).endings
        for ending in group.endings
    )


def _by_ending(lower: str, language: str = "en") -> str:
    for ending, tag, stem in _endings(language):
        if lower.endswith(ending) and len(lower) >= len(ending) + stem:
            return tag
    return "Z" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "N"


def _french(letters: list[str], tokens: Sequence[Token]) -> str:
    """Reads what French words are by their neighbours: participles, "des", infinitives behind "de" and "à"."""
    for at, token in enumerate(tokens):
        before = letters[at - 1] if at else "$"
        if at and letters[at] == "D" and token.text in ("Le", "La", "Les") and before not in "“:.(":
            letters[at] = "C"  # "le journal Le Fanal"
        elif token.lower == "des":
            letters[at] = "f" if before in "NZC" else "D"
        elif letters[at] == "E" and before not in "AbXR":
            letters[at] = "N"
        elif (
            letters[at] in "NZ"
            and at
            and tokens[at - 1].lower in _BEFORE_INFINITIVE
            and _is_infinitive(token.lower)
        ) or (letters[at] in "Ab" and at and token.lower in ("avoir", "être") and before in "fP"):
            letters[at - 1] = "t"
    return "".join(letters)


def _is_infinitive(lower: str) -> bool:
    return len(lower) > 3 and lower.endswith(("er", "ir", "oir", "re"))


# A noun phrase without what hangs on it: "the newly formed jihadist alliance", "Mr. Obama", "two of".
CORE = r"(?:D|(?<![a-zA-Z])R)*(?:[nJNZCcpuY&~]|(?<=[DcJpn&])[EGR]|(?<=[DcJpn&]R)E|(?<=n)K(?=n))*[NZCnu]~?"
NOUN_PHRASE = re.compile(
    rf"{CORE}(?:\([^()]{{1,24}}\))?(?:(?:f|P){CORE}|(?<=[NJ])t(?=[DC]){CORE}|KC+(?![a-zA-Z]*[EVAMbz]))*"
)
NOUN_PHRASE_BEFORE = re.compile(
    rf"{CORE}(?:\([^()]{{1,4}}\)(?=f))?(?:(?:f|P|&)(?:{CORE}|o|D[EJ]))*(?:\([^()]{{1,24}}\))?$"
)

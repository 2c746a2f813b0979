"""A shallow look at a sentence: one letter for each token, and noun phrases as patterns over these letters.

The letters are named in `word_classes.toml`; C is a capitalised word, c one in the
genitive, Z another word in -s (a plural or a verb), N any other word. A
sentence becomes a string, and a chunk a match of a regular expression on it, which costs little. No model is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound_hooks.language.phrases_fr import french_tags
from citebound_hooks.language.tokens import Token
from citebound_hooks.language.word_classes import by_ending, known_words, letters_of

_APPROXIMATE = frozenset({"about", "around", "over", "under", "nearly", "almost", "roughly"})
_NUMBERED = frozenset({"no", "nos", "nr"})
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


def tag_string(tokens: Sequence[Token], language: str = "en") -> str:
    """Returns one letter for each token of a sentence in English or French."""
    letter = letters_of(language)
    letters = [letter[token.text] for token in tokens]
    if language == "fr":
        return french_tags(letters, tokens)
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
        return known_words("en").get(lower) or by_ending(lower)
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
    ending = by_ending(lower)
    after = letters[at + 1] if at + 1 < len(letters) else ""
    if (ending == "R" and after in (",", "D", "O", "C")) or (
        ending in "EG" and after and after in "PDcoOTftSJ"
    ):
        return ending
    return "C"


# A noun phrase without what hangs on it: "the newly formed jihadist alliance", "Mr. Obama", "two of".
CORE = r"(?:D|(?<![a-zA-Z])R)*(?:[nJNZCcpuY&~]|(?<=[DcJpn&])[EGR]|(?<=[DcJpn&]R)E|(?<=n)K(?=n))*[NZCnu]~?"
NOUN_PHRASE = re.compile(
    rf"{CORE}(?:\([^()]{{1,24}}\))?(?:(?:f|P){CORE}|(?<=[NJ])t(?=[DC]){CORE}|KC+(?![a-zA-Z]*[EVAMbz]))*"
)
NOUN_PHRASE_BEFORE = re.compile(
    rf"{CORE}(?:\([^()]{{1,4}}\)(?=f))?(?:(?:f|P|&)(?:{CORE}|o|D[EJ]))*(?:\([^()]{{1,24}}\))?$"
)

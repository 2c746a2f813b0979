"""What French words are by their neighbours: participles, "des", gerunds, infinitives behind "de" and "à"."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.language.tokens import Token

_NAMED = frozenset({"Le", "La", "Les", "L'", "L’"})
_BEFORE_INFINITIVE = frozenset({"de", "d'", "d’", "à"})


def french_tags(letters: list[str], tokens: Sequence[Token]) -> str:
    """Returns the letters of a French sentence, corrected by what stands beside each word."""
    for at, token in enumerate(tokens):
        before = letters[at - 1] if at else "$"
        if at and letters[at] == "D" and token.text in _NAMED and before not in "“:.(":
            letters[at] = "C"  # "le journal Le Fanal", "le quotidien L'Écho"
        elif letters[at] in "NZ" and at and _told_before(token.lower, tokens[at - 1].lower):
            letters[at] = "G"
        elif letters[at] in "NJ" and token.lower == "même" and _follows(letters, at, "T"):
            letters[at] = "R"  # "doute même que"
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


def _told_before(lower: str, before: str) -> bool:
    """Whether a word is a gerund: "en poussant"."""
    return before == "en" and lower.endswith("ant")


def _follows(letters: list[str], at: int, letter: str) -> bool:
    return letters[at + 1 : at + 2] == [letter]

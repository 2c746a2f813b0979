"""What a content says was not: "there were no soldiers", "he had conceded nothing", "nobody prompted her"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AFTER = (  # "no soldiers", "not a single armed man"
    r"\b(?:no|not\s(?:an?|any|one|a\ssingle)|never|aucune?|pas\s(?:de|d['’]|une?)|sans|without)\s?(?:\w+\s)?(\w{4,})(?:\s(\w{4,}))?"
)
_BEFORE = r"(\w{4,})\s(?:nothing|nobody|no\sone|none|rien|personne)\b"  # "conceded nothing"
_NOBODY = r"\b(?:nobody|no\sone|none|nothing)\s(?:\w{2,5}\s){0,2}(\w{4,})"  # "nobody was shot"
_VERB = r"(?:\bnot|n['’]t)\s(?:\w+\s)?(\w{4,})"  # "had not signed"
_DENIED = tuple(re.compile(pattern, re.I) for pattern in (_AFTER, _BEFORE, _NOBODY, _VERB))
_ELLIPTIC = re.compile(  # "it would not", "there had been none"
    r"\W*(?:it|he|she|they|il|elle)\s(?:would|did|does|do|was|were|is|are|has|have|had|will|could)(?:\snot|n['’]t)\W*"
    r"|\W*(?:there|it)\s(?:is|was|were|has\sbeen|had\sbeen)\snone\W*",
    re.I,
)


def denied(phrase: str) -> Iterator[str]:
    """Yields the words for what was not, in lower case."""
    for pattern in _DENIED:
        for found in pattern.finditer(phrase):
            yield from (word.lower() for word in found.groups() if word)


def is_elliptic(phrase: str) -> bool:
    """Whether it only says that what was told is not so: "it would not"."""
    return _ELLIPTIC.fullmatch(phrase) is not None

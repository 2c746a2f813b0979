"""Recognises the language of a text by its stop words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import msgspec

from citebound.model import Block
from citebound_hooks.language.lexicon import load_lexicon

_LOOKED_AT = 6000  # characters
_FEWEST_HITS = 5
_SHARE_OF_WORDS = 0.08  # of all words; running text has 0.2 to 0.4
_AHEAD = 1.4  # how many times the hits of the runner-up the winner needs
_PROSE = 120  # characters of a block that can be a sentence or two
_VOTERS = 40  # blocks that are asked
_WORD = re.compile(r"[^\W\d_]+")


class StopWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Stop words by language; see stop_words.toml."""

    languages: dict[str, frozenset[str]]


def identify_language(text: str) -> str | None:
    """Returns the BCP 47 primary subtag of a text's language; None when its words don't decide.

    Args:
        text: The text; its first few thousand characters are looked at.
    """
    words = Counter(_WORD.findall(text[:_LOOKED_AT].lower()))
    hits: Counter[str] = Counter()
    for word, count in words.items():
        for language in _languages_of().get(word, ()):
            hits[language] += count
    ranked = [*hits.most_common(2), ("", 0), ("", 0)]
    (best, most), (_, second) = ranked[0], ranked[1]
    sure = most >= max(_FEWEST_HITS, _SHARE_OF_WORDS * words.total()) and most >= _AHEAD * second
    return best if sure else None


def language_of(text: str, blocks: Sequence[Block]) -> str | None:
    """Returns the language in which most of a document's prose is written; None when its words don't decide.

    A French report on an English site has English labels and an English disclaimer; where the whole does not decide,
    the blocks vote, each with its length.
    """
    whole = identify_language(text)
    if whole is not None:
        return whole
    votes: Counter[str] = Counter()
    for block in islice((block for block in blocks if block.end - block.start >= _PROSE), _VOTERS):
        language = identify_language(text[block.start : block.end])
        if language is not None:
            votes[language] += block.end - block.start
    return max(votes, key=lambda language: (votes[language], language)) if votes else None


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    lexicon = load_lexicon(Path(__file__).with_name("stop_words.toml"), StopWords)
    found: dict[str, tuple[str, ...]] = {}
    for language, words in lexicon.languages.items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found

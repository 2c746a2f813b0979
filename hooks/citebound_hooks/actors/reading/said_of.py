"""Nouns that only say what the name behind them is: "the company Hydra", "the Veldian newspaper Dawn"."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.contexts import QUOTES
from citebound_hooks.actors.reading.wording import Run, Words, begins_name

BODIES = words_in(word_lists().phrasing.named_after)
_THINGS = words_in(word_lists().things.named)

_ARTICLES = frozenset(("Le", "La", "Les", "L'", "L’", "El"))
_OF_NATIONS = ("ian", "ese", "ean", "ish")


def says_what_follows(words: Words, end: int) -> bool:
    """Tells whether a noun phrase that ends before a token is that of a body whose name follows."""
    tokens = words.tokens
    if tokens[end - 1].text not in BODIES or end >= len(tokens):
        return False
    after = end + (tokens[end].text in QUOTES and end + 1 < len(tokens))
    return tokens[after].capitalised and begins_name(words, after) and not words.flags[after] & k.TITLE


def is_adjective(words: Words, run: Run) -> bool:
    """Tells whether a run is the adjective of a nation or place that no list knows: "Veldian"."""
    return run.last - run.first == 1 and words.lower[run.first].endswith(_OF_NATIONS)


def is_named_body(words: Words, first: int) -> bool:
    """Tells whether the noun of a body stands right before a name."""
    return _noun_before(words, first) in BODIES


def is_named_thing(words: Words, first: int) -> bool:
    """Tells whether a name is that of a ship, a manoeuvre or a storm: "the ferry Ada", `the tug "Bel Ami"`."""
    return _noun_before(words, first) in _THINGS


def _noun_before(words: Words, first: int) -> str:
    at = first - 1
    while at > 0 and (words.tokens[at].text in QUOTES or words.tokens[at].text in _ARTICLES):
        at -= 1
    return words.tokens[at].text if at >= 0 else ""

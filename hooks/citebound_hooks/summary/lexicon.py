"""The weights and words of the summary, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon


class Points(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a sentence gains or loses; each key is explained in `summary.toml`."""

    lead: float
    opening: float
    salience: float
    claim: float
    strong: float
    event: float
    dated: float
    placed: float
    casualties: float
    sourced: float
    contested: float
    dangling: float
    question: float
    dialogue: float
    length: float
    unfinished: float
    quoted: float


class SummaryWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `summary.toml`; its head explains the keys."""

    most: int
    share: float
    least: int
    shortest: int
    longest: int
    alike: float
    dangling: frozenset[str]
    leading: frozenset[str]
    subjects: frozenset[str]
    pointing: frozenset[str]
    dialogue: frozenset[str]
    empty: frozenset[str]
    points: Points


@cache
def summary_words() -> SummaryWords:
    """Returns weights and words, read once."""
    return load_lexicon(Path(__file__).with_name("summary.toml"), SummaryWords)

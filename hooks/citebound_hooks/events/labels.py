"""Casualties that stand in labels: "Killed: 4; Injured: 12", "* Dead: 93"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citebound_hooks.events.casualties import Harm, Harmed
from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.numbers import NUMBER, number_of
from citebound_hooks.language.analysis import Sentence

_SHORTEST = ":"


def find_labelled(text: str, sentence: Sentence) -> Iterator[Harmed]:
    """Yields the numbers that a sentence gives behind a label, in their order."""
    if text.find(_SHORTEST, sentence.start, sentence.end) < 0:
        return
    for match in _labels().finditer(text, sentence.start, sentence.end):
        harm: Harm = "killed" if match["killed"] else "injured"
        number = number_of(match["number"])
        if number is not None:
            yield Harmed(match.start(), match.end(), harm, number)


@cache
def _labels() -> re.Pattern[str]:
    words = event_words().casualties
    label = rf"(?:(?P<killed>{any_of(words.killed_labels)})|{any_of(words.injured_labels)})"
    return re.compile(rf"(?<![\w-]){label}\s?:\s{{0,3}}(?P<number>{NUMBER})(?!\s?[-–]\s?\d)", re.I)

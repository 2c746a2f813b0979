"""The days of what has been told, for what is counted from it: "the day after the attack"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.dates import DateParts
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.event_types import EventType, triggers

_NEAR = 10  # sentences back to which "the attack" can refer
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Deeds:
    """What has happened in the sentences read so far, and on what day."""

    def __init__(self) -> None:
        self._told: list[tuple[Sentence, DateParts]] = []

    def note(self, sentence: Sentence, days: Sequence[DateParts]) -> None:
        """Keeps a sentence that names one day only: several leave open which is whose."""
        if len(set(days)) == 1:
            self._told.append((sentence, days[0]))

    def day_of(self, words: str, index: int) -> DateParts:
        """Returns the day of the event that some words name; empty where none was told, or more than one could be.

        Args:
            words: What stands behind "the day after".
            index: The number of the sentence in which it does.
        """
        kind = next((kind for word in _WORD.findall(words.casefold()) for kind in _types(word)), None)
        if kind is None:
            return DateParts()
        near = ((sentence, day) for sentence, day in self._told[-_NEAR:] if index - sentence.index <= _NEAR)
        days = {day for sentence, day in near if any(_names(word, kind) for word in sentence.lower)}
        return days.pop() if len(days) == 1 else DateParts()


def _names(word: str, kind: EventType) -> bool:
    return any(told.name == kind.name or (kind.general and told.violent) for told in _types(word))


def _types(word: str) -> list[EventType]:
    plain = word.replace("’", "'").rpartition("'")[2]  # "l'attaque"
    return [trigger.type for trigger in triggers().get(plain, ()) if not trigger.words][:1]

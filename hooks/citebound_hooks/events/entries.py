"""Reads the heads of a log's entries, which give day and place of what follows: "02 Aug, Tarang town. …"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from citebound.model import DatedWords, Span
from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.mentions import Mention
from citebound_hooks.events.places import WHOLE, IsActor, Place
from citebound_hooks.language.event_types import triggers

_BULLET = re.compile(r"[\s•*·–—-]{0,6}(?:\(?\d{1,3}[.)]\s)?")
_HOURS = r"(?:at\s|à\s)?\d{1,2}[:.h]?\d\d(?:\s?(?i:hrs|hours|h|am|pm|local time|gmt|utc))?"
_TIME = rf"(?:[\s,]{{1,3}}(?:\([^()]{{2,12}}\)|{_HOURS}))?"
_PLUPERFECT = re.compile(r"\b(?:had|avait|avaient)\s(?:\w+\s)?$")  # "had been arrested"
_BEFORE = 14  # characters
_CLOSE = r"(?:[.:]|\s[–—-])\s"


class Entry(NamedTuple):
    """The head of an entry: its day, its place if it names one, and where it ends."""

    when: DatedWords
    where: Place | None
    end: int

    def tells(self, text: str, mention: Mention, when: DatedWords | None) -> bool:
        """Whether an event is of the entry's day: nothing else is said of its day, nor that it was earlier."""
        start = max(mention.sentence.start, mention.start - _BEFORE)
        earlier = _PLUPERFECT.search(text, start, mention.start)
        return not earlier and (when is None or when.iso == self.when.iso)


def read_entry(text: str, start: int, end: int, date: DatedWords | None, is_actor: IsActor) -> Entry | None:
    """Reads the head of `text[start:end]`, a block; None if it does not begin with a day that is set apart.

    Args:
        text: The document's text.
        start: Where the block begins.
        end: Where it ends.
        date: The first date of the block.
        is_actor: Tells whether a name is that of an actor in whom nothing can happen.
    """
    opened = _BULLET.match(text, start, end)
    if date is None or date.span is None or date.precision != "day" or opened is None:
        return None
    if date.span.start != opened.end():
        return _titled(text, opened.end(), date, date.span, is_actor)
    head = _head().match(text, date.span.end, end)
    if head is None:
        return None
    named = head["place"] and not _is_label(head["place"]) and not is_actor(*head.span("place"))
    return Entry(date, head.span("place") if named else None, head.end() if named else head.start("rest"))


def _titled(text: str, start: int, date: DatedWords, place: Span, is_actor: IsActor) -> Entry | None:
    """A head that names what happened first: "1. Ambush, Kimwera road, 4 November. …"."""
    title = _title().fullmatch(text, start, place.start)
    if (
        title is None
        or is_actor(*title.span("place"))
        or text[place.end : place.end + 1] not in (".", ":", "\n")
    ):
        return None
    return Entry(date, title.span("place"), place.end)


def _is_label(words: str) -> bool:
    first = words.split(maxsplit=1)[0].casefold()
    return first in event_words().context.labels or first in triggers()


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_][^,.:;\n]{{2,60}},\s(?P<place>{_part()}(?:,\s{_part()})?),\s(?:on\s|le\s)?")


def _part() -> str:
    noun = any_of(event_words().context.place_nouns)
    return rf"{WHOLE}(?:\s\d{{1,3}}(?!\w))?(?:\s(?:[a-z]{{3,12}}\s)?{noun}(?!\w))?"


@cache
def _head() -> re.Pattern[str]:
    """The rest of a head behind its day: a time, a place that is closed by a stop, colon or dash."""
    place = rf"(?P<place>{_part()}(?:,\s{_part()}){{0,2}}){_CLOSE}"
    return re.compile(rf"{_TIME}\s?(?:[.,:]|[–—-]\s|(?<=\.))\s?(?P<rest>)(?:{place})?")

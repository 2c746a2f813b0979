"""Finds where an event happened: the name behind a preposition of place, or before the noun."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from citebound.calendar.names import month_names, weekday_names
from citebound_hooks.citations.lexicon import words as citation_words
from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.mentions import Mention

Place = tuple[int, int]
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"(?:(?:al|el|an|as|ash|ad|ar|az|l|d)[-'’])?{_UPPER}[\w'’-]{{1,30}}"
_WHOLE = rf"{_NAME}(?:\s(?:(?:of|de|du|des|la|el|al|es|as)\s)?{_NAME}){{0,3}}"
_REACH = 200  # characters behind a mention
_OPENING = 60  # characters in which a sentence names the place first ("In Sarkandi, gunmen attacked …")


def find_place(text: str, mention: Mention, stop: int, is_actor: Callable[[int, int], bool]) -> Place | None:
    """Returns the place of an event: before its noun, behind it, or at the head of its sentence.

    Args:
        text: The document's text.
        mention: The words that name the event.
        stop: Where the part of the sentence ends that speaks of it.
        is_actor: Tells whether a name is that of an actor who is no place.
    """
    before = _before_noun(text, mention, is_actor)
    if before:
        return before
    behind = _first(text, mention.end, min(stop, mention.end + _REACH), mention.type.violent, is_actor)
    if behind:
        return behind
    start = mention.sentence.start
    return _first(text, start, min(mention.start, start + _OPENING), False, is_actor)


def _first(
    text: str, start: int, end: int, targeted: bool, is_actor: Callable[[int, int], bool]
) -> Place | None:
    for match in _locative(targeted).finditer(text, start, end):
        place = _trimmed(text, *match.span("name"))
        if place and not is_actor(*place):
            return place
    return None


def _trimmed(text: str, start: int, end: int) -> Place | None:
    """Takes months, weekdays and a genitive off a name."""
    name = text[start:end]
    for word in re.finditer(r"\S+", name):
        plain = word.group().casefold().rstrip(".'’")
        if plain in month_names() or plain in weekday_names():
            name = name[: word.start()].rstrip()
            break
    name = re.sub(r"['’]s?$", "", name)
    return (start, start + len(name)) if name else None


def _before_noun(text: str, mention: Mention, is_actor: Callable[[int, int], bool]) -> Place | None:
    """The place in "the Sarkandi attack"."""
    if mention.word_class != "noun":
        return None
    match = re.search(rf"({_WHOLE})\s$", text[mention.start : mention.head])
    if match is None or (match.start() == 0 and not mention.definite):
        return None
    place = _trimmed(text, mention.start + match.start(1), mention.start + match.end(1))
    if place is None or is_actor(*place) or text[slice(*place)].casefold() in _no_places():
        return None
    return place


@cache
def _no_places() -> frozenset[str]:
    nations = {word.casefold() for word in citation_words().demonyms}
    return frozenset(nations | event_words().context.definite | event_words().context.indefinite)


@cache
def _locative(targeted: bool) -> re.Pattern[str]:
    context = event_words().context
    prepositions = context.locative + (context.targeted if targeted else ())
    between = rf"(?:(?i:{any_of(context.places)})\s){{0,5}}"
    return re.compile(rf"(?<!\w)(?i:{any_of(prepositions)})\s{between}(?P<name>{_WHOLE})")

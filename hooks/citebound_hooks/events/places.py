"""Finds where an event happened: the name behind a preposition of place, or before the noun."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from citebound.calendar.names import month_names, weekday_names
from citebound_hooks.citations.lexicon import words as citation_words
from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.mentions import Mention

Place = tuple[int, int]
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"(?:(?:al|el|an|as|ash|ad|ar|az|l|d)[-'’])?{_UPPER}[\w'’-]{{1,30}}"
WHOLE = rf"{_NAME}(?:\s(?:(?:of|de|du|des|la|el|al|es|as)\s)?{_NAME}){{0,3}}"
_REACH = 200  # characters behind a mention
_BEFORE = 120  # characters before a mention of the same clause ("In Sarkandi, gunmen attacked …")
_CLAUSE = re.compile(r"[;:()]|\.\s")
_LISTED = re.compile(rf",\s(?P<name>{WHOLE}(?:\s[a-z]{{3,12}}){{0,2}}),\s\d")
_ENDS = re.compile(rf"(?:(?i:the|a|an|this|that|le|la|une?)\s)?(?P<name>{WHOLE})\s$")
_SUBJECT = re.compile(rf"(?P<name>{WHOLE})\s(?:was|were|is|had\sbeen|has\sbeen|a\sété|avait\sété|est)\s$")
# A name goes on: "the Movement of the Dry River".
_IN_NAME = re.compile(rf"{_UPPER}[\w'’-]{{1,30}}\s(?:of|for|de|du)\s(?:the\s|la\s)?$")
_FROM = re.compile(
    r"\b(?:from|depuis)\s(?:its|their|his|her|leurs?|sa|son|ses)\s(?:[a-z'’]+\s){0,3}$"
)  # "shelled the valley from its base at Gorsu"
# Between a place and an event of which something else is told: "a radio in Dorvat said that gunmen attacked …".
_TOLD_BETWEEN = re.compile(
    r"\b(?:that(?!\sof\b)|which|said|says|told|reported|reports|according|denied|claimed|que|selon)\b"
)
_NAME_BEFORE = 44  # characters
IsActor = Callable[[int, int], bool]


def find_place(text: str, mention: Mention, stop: int, is_actor: IsActor) -> Place | None:
    """Returns the place of an event: in its noun phrase, behind it, or before it in the clause.

    Args:
        text: The document's text.
        mention: The words that name the event.
        stop: Where the part of the sentence ends that speaks of it.
        is_actor: Tells whether a name is that of an actor in whom nothing can happen: "in the Macina Front".
    """
    inside = _before_noun(text, mention, is_actor)
    if inside:
        return inside
    listed = _LISTED.match(text, mention.end, mention.sentence.end)
    if listed and not is_actor(*listed.span("name")):
        return listed.span("name")
    behind = [] if mention.word_class == "noun" else list(_object(text, mention))
    behind += _places(text, mention.end, min(stop, mention.end + _REACH), mention.type.violent, is_actor)
    before = [
        place
        for place in _places(text, _clause_start(text, mention), mention.start, False, is_actor)
        if not _TOLD_BETWEEN.search(text, place[1], mention.start)
    ]
    return next(iter([*behind, *before[-1:], *_suffering(text, mention, is_actor)]), None)


def _suffering(text: str, mention: Mention, is_actor: IsActor) -> Iterator[Place]:
    """The place to which it was done: "Dorvat was shelled"."""
    if (
        mention.word_class != "verb"
        or text[mention.start : mention.end].casefold() not in event_words().context.done_to
    ):
        return
    match = _SUBJECT.search(text, max(mention.sentence.start, mention.start - _NAME_BEFORE), mention.start)
    if match and match["name"].casefold() not in _no_places() and not is_actor(*match.span("name")):
        yield match.span("name")


def _object(text: str, mention: Mention) -> Iterator[Place]:
    """The place to which the verb says that it was done: "shelled the Sen valley"."""
    match = _targets().match(text, mention.end, mention.sentence.end) if mention.type.violent else None
    if match and match["name"].split(maxsplit=1)[0].casefold() not in _no_places():
        yield match.span("name")


def _clause_start(text: str, mention: Mention) -> int:
    start = max(mention.sentence.start, mention.start - _BEFORE)
    breaks = list(_CLAUSE.finditer(text, start, mention.start))
    return breaks[-1].end() if breaks else start


def _places(text: str, start: int, end: int, targeted: bool, is_actor: IsActor) -> list[Place]:
    """The places of a stretch of text: those behind a preposition come before those with a noun alone."""
    found: list[Place] = []
    for pattern in _patterns(targeted):
        for match in pattern.finditer(text, start, end):
            noun = match["noun"] is not None
            place = match.span("name") if noun else _trimmed(text, *match.span("name"))
            named = noun and place and _IN_NAME.search(text, max(0, place[0] - _NAME_BEFORE), place[0])
            none = match["name"].split()[0].casefold() in _no_places()
            left = _FROM.search(text, max(start, match.start() - _NAME_BEFORE), match.start("name"))
            if place and not none and not named and not left and (noun or not is_actor(*place)):
                found.append(place)
    return found


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


def _before_noun(text: str, mention: Mention, is_actor: IsActor) -> Place | None:
    """The place in "the Sarkandi attack"."""
    if mention.word_class != "noun" or not mention.type.violent:
        return None
    match = _ENDS.search(text, mention.start, mention.head)
    place = _trimmed(text, *match.span("name")) if match else None
    if place is None or place[1] + 1 != mention.head or is_actor(*place):
        return None
    opens = place[0] == mention.sentence.start or text[max(0, place[0] - 3) : place[0]].rstrip()[-1:] in (
        ".",
        ":",
        "–",
        "—",
    )
    if opens and " " not in text[slice(*place)]:
        return None  # "Sustained gunfire": every word has a capital there
    return None if text[slice(*place)].casefold() in _no_places() else place


@cache
def _targets() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:the\s|la\s|le\s)?(?!\S+(?:\s\S+){{0,2}}['’]s\s)(?P<name>{WHOLE}\s(?:[a-z]{{3,12}}\s)?{any_of(event_words().context.place_nouns)}(?!\w))"
    )


@cache
def _no_places() -> frozenset[str]:
    nations = {word.casefold() for word in citation_words().demonyms}
    return frozenset(
        event_words().context.no_places
        | nations
        | set(weekday_names())
        | event_words().context.definite
        | event_words().context.indefinite
    )


@cache
def _patterns(targeted: bool) -> tuple[re.Pattern[str], ...]:
    """Names of places: behind a preposition, or with a noun that makes them one ("Sarkandi power station")."""
    context = event_words().context
    prepositions = context.locative + (context.targeted if targeted else ())
    spoken = any_of((*prepositions, "In", "At", "Near", "Outside", "À", "Dans"))
    between = rf"(?:{any_of(context.places)}\s){{0,5}}"
    elided = r"(?:près|au\s(?:nord|sud)|à\sl['’](?:est|ouest))\sd['’]"
    common = rf"(?:(?!and\b|or\b|et\b)[a-z]{{3,12}}\s)?{any_of(context.place_nouns)}"
    proper = any_of(tuple(word.title() for word in context.place_names))
    noun = rf"(?P<noun>\s(?:{common}|{proper})(?!\w|\s{_UPPER}))"
    of = rf"{any_of(context.place_nouns)}(?:\sof|(?:\s[a-zéè]{{3,12}})?\s(?:de\sla|de|du|d['’]))\s?"
    return (
        re.compile(rf"(?<!\w)(?:{of}|{spoken}\s{between}|{elided})(?P<name>{WHOLE}{noun}?)"),
        re.compile(rf"(?<![\w'’-])(?P<name>{WHOLE}{noun})"),
    )

"""Finds and reckons relative dates: "last year", "on Monday", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from citebound.dates import DateParts
from citebound_hooks.dates.lexicon import (
    Form,
    date_words,
    modifier,
    relative_forms,
    relative_triggers,
    second_tokens,
    weekdays,
)
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.tokens import Token

_BEFORE_WEEKDAY = re.compile(r"(?<!\w)(last|next|this|lundi|dernier|prochain)\s$", re.I)
_AFTER_WEEKDAY = re.compile(r"\s(dernier|prochain|pasado)(?!\w)")
# Behind "the day before" or "la veille": what it is counted from.
_COUNTED_FROM = re.compile(
    r"(?<=before|.after|veille|demain|.avant|.après)\s(?P<deed>(?:the|an?|his|her|its|their|this|that|he|she|it|they|we|la"
    r"|le|les|cette|cet|ce|une?|leur|son|sa|du|des|de|il|elle|ils|elles)\s[^,.;:()]{1,60}|(?:de\s)?[ld]['’][^,.;:()]{1,60})"
)
_DIGIT = re.compile(r"\d")
_REACH = 24
_ANCHORS: dict[str, Literal["before", "strictly-before", "after"]] = {
    "next": "after",
    "prochain": "after",
    "last": "strictly-before",
    "dernier": "strictly-before",
    "pasado": "strictly-before",
}


class Relative(NamedTuple):
    """A relative date at its place.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        unit: What is known of the result.
        shift: How many units before (negative) or after; for a weekday its number, Monday 0.
        anchor: What it counts from; a weekday is sought before or after the publication.
        deed: The words for what happened on the day that it counts from: "the day after the raid".
    """

    start: int
    end: int
    unit: Literal["day", "month", "year", "none", "weekday"]
    shift: int
    anchor: Literal["publication", "text", "deed", "before", "strictly-before", "after"]
    deed: str = ""

    @property
    def rule(self) -> str:
        """What made it."""
        return "dates.weekday" if self.unit == "weekday" else "dates.relative"


def find_relative(text: str, sentence: Sentence) -> Iterator[Relative]:
    """Yields the relative dates of a sentence, in order, none overlapping another."""
    done = sentence.start
    known, seconds, tokens = relative_triggers(), second_tokens(), sentence.tokens
    if known.keys().isdisjoint(sentence.lower) and not _DIGIT.search(text, sentence.start, sentence.end):
        return
    for index in [at for at, word in enumerate(sentence.lower) if word in known or word.isdigit()]:
        token = tokens[index]
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if token.start < done or (following not in seconds and not known.get(token.lower)):
            continue
        found = _at(text, sentence, index)
        if found is not None:
            done = found.end
            yield found


def _at(text: str, sentence: Sentence, index: int) -> Relative | None:
    token = sentence.tokens[index]
    if token.lower in weekdays():
        return _weekday(text, sentence, token)
    forms = relative_forms().get("#" if token.text.isdigit() else token.lower)
    second = sentence.tokens[index + 1].lower if index + 1 < len(sentence.tokens) else ""
    if forms is None or (second not in forms and "" not in forms):
        return None
    for form in (*forms.get(second, ()), *forms.get("", ())):
        match = form.match(text, token.start, sentence.end)
        if match:
            return _counted(text, sentence.start, match, form)
    return None


def _counted(text: str, sentence_start: int, match: re.Match[str], form: Form) -> Relative:
    shift, unit = form.shift, form.unit
    if "n" in match.re.groupindex:
        word = " ".join(match["n"].lower().split())
        number = int(word) if word.isdigit() else date_words().numbers[word]
        shift, unit = shift * number, unit if number else "none"
    start = match.start()
    before = text[max(sentence_start, start - _REACH) : start]
    lead = modifier().search(before) if unit != "day" else None
    told = _COUNTED_FROM.match(text, match.end()) if form.start == "text" and unit == "day" else None
    if told:
        return Relative(start, match.end(), unit, shift, "deed", told["deed"])
    return Relative(
        start - len(before) + lead.start() if lead else start, match.end(), unit, shift, form.start
    )


def _weekday(text: str, sentence: Sentence, token: Token) -> Relative | None:
    day = re.sub(r"['’]s$", "", token.lower)
    english = day.endswith("day")
    if english and not token.capitalised:
        return None
    end = token.start + len(day)
    before = _BEFORE_WEEKDAY.search(text, max(sentence.start, token.start - 12), token.start)
    after = None if english else _AFTER_WEEKDAY.match(text, end, sentence.end)
    word = (before or after or [""])[0].strip().lower()
    start = before.start() if before else token.start
    anchor = _ANCHORS.get(word, "before")
    return Relative(start, after.end() if after else end, "weekday", weekdays()[token.lower], anchor)


def reckon(relative: Relative, start: DateParts) -> DateParts:
    """Counts from a date; what that date does not say (its day, say) is not made up.

    Returns:
        The parts of the result; empty where they cannot be told.
    """
    if start.year is None or relative.unit == "none":
        return DateParts()
    if relative.unit == "year":
        return DateParts(start.year + relative.shift)
    if start.month is None:
        return DateParts()
    if relative.unit == "month":
        months = start.year * 12 + start.month - 1 + relative.shift
        return DateParts(months // 12, months % 12 + 1)
    if start.day is None:
        return DateParts()
    return _day(relative, date(start.year, start.month, start.day))


def _day(relative: Relative, start: date) -> DateParts:
    days = relative.shift
    if relative.unit == "weekday":
        since = (start.weekday() - relative.shift) % 7
        days = (
            7 - since
            if relative.anchor == "after"
            else -(since or 7 * (relative.anchor == "strictly-before"))
        )
    try:
        found = start + timedelta(days=days)
    except OverflowError:
        return DateParts()
    return DateParts(found.year, found.month, found.day)

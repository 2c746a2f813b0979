"""Finds the dates that are printed in a sentence: days, months, years and decades, with their modifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citebound.calendar.names import month_names, month_number
from citebound.dates import DateParts, find_dates
from citebound_hooks.dates.lexicon import (
    date_words,
    feast,
    feast_days,
    modifier,
    month_triggers,
    part_of_year,
)
from citebound_hooks.dates.shared_month import TOLD_MONTH, TOLD_YEAR, Found, joined_ranges, with_shared_month
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.tokens import Token

_YEAR = r"(?:1[89]|20)\d\d"
_ANY_YEAR = re.compile(rf"{_YEAR}|années\s\d0", re.I)
_BARE_YEAR = re.compile(rf"(?<![\w.,$€£#/-]){_YEAR}(?![\w%])(?!,\d)(?!\.\d)")
_YEAR_RANGE = re.compile(rf"(?<![\w.,$€£#/-])({_YEAR})\s?[-–/]\s?({_YEAR}|\d\d)(?![\w%/-])")
_BETWEEN_YEARS = re.compile(rf"\b(?:between|entre)\s({_YEAR})\s(?:and|et)\s({_YEAR})(?![\w%])", re.I)
_DECADE = re.compile(r"(?<![\w-])(?:1[89]|20)\d0['’]?s\b|(?<!\w)années\s\d0(?!\d)", re.I)
_DETERMINERS = frozenset(
    {"the", "its", "their", "his", "her", "'s", "’s", "a", "les", "la", "le", "des", "du", "de"}
)
_MORE_YEARS = re.compile(rf"(?:{_YEAR})(?:\s?,\s?|\s?,?\s(?:and|or|et|y)\s|\s?[-–]\s?)$")
_YEARS = frozenset({"years", "années", "between", "años"})
_AND = frozenset({"and", "or", "to", "et", "ou", "à", "y", ","})
_LAST = frozenset({"last", "dernier", "passé"})
_FEAST_WORDS = re.compile(r"Day|Eve")
_PART_WORDS = re.compile(r"quarter|half|mestre|Q[1-4]")
_DIGIT = re.compile(r"\d")
_TOLD_YEAR = re.compile(
    r"\s(?:of\s)?(?:that|the\ssame)(?:\ssame)?\syear\b|\s(?:de\s)?(?:la\smême|cette)\sannée(?:-là)?(?!\w)"
)
_TOLD_MONTH = re.compile(
    r"(?<![\w.,-])(\d{1,2})(?:st|nd|rd|th|er)?\s(?:of\s(?:that|the\ssame)(?:\ssame)?\smonth|du\smême\smois)\b"
)
_REACH = 32  # characters that a modifier may take up before a date


def find_printed(text: str, sentence: Sentence, day_first: bool | None = None) -> list[Found]:
    """Returns the dates printed in a sentence, in order, none overlapping another.

    Where two begin at one place, decades and ranges of years come before single years.

    Args:
        text: The document's text.
        sentence: Where to look.
        day_first: Whether 3/4/2017 is 3 April, if the document decides it.
    """
    digits = _DIGIT.search(text, sentence.start, sentence.end)
    candidates = _with_digits(text, sentence, day_first) if digits else []
    candidates += _months(text, sentence)
    candidates += _feasts(text, sentence)
    if not candidates:
        return []
    kept: list[Found] = []
    for date in sorted(candidates, key=lambda date: date.start):  # stable: the first kind wins
        if not kept or date.start >= kept[-1].end:
            kept.append(_with_told_year(text, sentence, _with_modifier(text, sentence.start, date)))
    return joined_ranges(text, sentence, kept)


def _with_told_year(text: str, sentence: Sentence, date: Found) -> Found:
    """A day or month with words for a year told before: "October that year", "6 November of the same year"."""
    if date.parts.month is None or date.parts.year is not None or date.until is not None:
        return date
    told = _TOLD_YEAR.match(text, date.end, sentence.end)
    return date._replace(end=told.end(), rule=TOLD_YEAR) if told else date


def _days_of_told_months(text: str, sentence: Sentence) -> Iterator[Found]:
    """Yields days of a month told before: "the 30th of that month"."""
    if not ("month" in sentence.lower or "mois" in sentence.lower):
        return
    for match in _TOLD_MONTH.finditer(text, sentence.start, sentence.end):
        yield Found(*match.span(), DateParts(None, None, int(match[1])), None, TOLD_MONTH)


def _with_digits(text: str, sentence: Sentence, day_first: bool | None) -> list[Found]:
    full = [
        day
        for date in find_dates(text, sentence.start, sentence.end, day_first=day_first)
        for day in with_shared_month(text, sentence, Found(*date[:4], f"dates.{_precision(date.parts)}"))
    ]
    full += _days_of_told_months(text, sentence)
    if not _ANY_YEAR.search(text, sentence.start, sentence.end):
        return full
    return [
        *_decades(text, sentence),
        *_parts_of_years(text, sentence),
        *_year_ranges(text, sentence),
        *full,
        *_years(text, sentence),
    ]


def _feasts(text: str, sentence: Sentence) -> Iterator[Found]:
    if not _FEAST_WORDS.search(text, sentence.start, sentence.end):
        return
    for match in feast().finditer(text, sentence.start, sentence.end):
        name = " ".join(match.group().replace("’", "'").split())
        yield Found(*match.span(), DateParts(None, *feast_days()[name]), None, "dates.feast")


def _precision(parts: DateParts) -> str:
    if parts.day is not None:
        return "day"
    return "month" if parts.month is not None else "year" if parts.year is not None else "undecided"


def _with_modifier(text: str, start: int, date: Found) -> Found:
    if date.rule in ("dates.day", "dates.part-of-year"):
        return date
    before = text[max(start, date.start - _REACH) : date.start]
    match = modifier().search(before)
    return date._replace(start=date.start - len(before) + match.start()) if match else date


def _decades(text: str, sentence: Sentence) -> Iterator[Found]:
    for match in _DECADE.finditer(text, sentence.start, sentence.end):
        article = text[max(sentence.start, match.start() - 4) : match.start()].lower() == "the "
        start = match.start() - 4 if article else match.start()
        yield Found(start, match.end(), DateParts(), None, "dates.decade")


def _parts_of_years(text: str, sentence: Sentence) -> Iterator[Found]:
    if not _PART_WORDS.search(text, sentence.start, sentence.end):
        return
    months = {name.casefold(): ends for name, ends in date_words().part_years.items()}
    for match in part_of_year().finditer(text, sentence.start, sentence.end):
        first, last = months[" ".join(match[1].casefold().split())]
        year = int(match[2])
        yield Found(*match.span(), DateParts(year, first), DateParts(year, last), "dates.part-of-year")


def _year_ranges(text: str, sentence: Sentence) -> Iterator[Found]:
    for match in _BETWEEN_YEARS.finditer(text, sentence.start, sentence.end):
        yield Found(
            match.start(1), match.end(2), DateParts(int(match[1])), DateParts(int(match[2])), "dates.years"
        )
    for match in _YEAR_RANGE.finditer(text, sentence.start, sentence.end):
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        if first < last < first + 200 and not (
            len(match[2]) == 2 and 1 <= int(match[2]) <= 12 and last > first + 9
        ):
            yield Found(*match.span(), DateParts(first), DateParts(last), "dates.years")


def _years(text: str, sentence: Sentence) -> Iterator[Found]:
    for match in _BARE_YEAR.finditer(text, sentence.start, sentence.end):
        if _is_year(text, sentence, match):
            yield Found(*match.span(), DateParts(int(match.group())), None, "dates.year")


def _is_year(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a bare number is a year: alone in brackets, one more of a list, or before what happened in it."""
    if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")":
        return True
    if match.start() == sentence.start and text[match.end() : match.end() + 1] == ":":
        return True  # a chronology
    if _MORE_YEARS.search(text, max(sentence.start, match.start() - 14), match.start()):
        return True
    before, after = _neighbours(sentence.tokens, match.start(), match.end())
    if before is not None and (before.lower in _YEARS or (before.lower == "de" and _closes(after))):
        return True
    if before is None or after is None or before.lower not in _DETERMINERS or not after.text.isalpha():
        return False
    return not after.lower.endswith("s") or after.lower in date_words().year_nouns


@cache
def _happenings() -> frozenset[str]:
    return date_words().past_nouns | date_words().year_nouns


def _closes(token: Token | None) -> bool:
    """Whether nothing follows that a number could count."""
    return token is None or not token.is_word or token.lower in _AND


def _neighbours(tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token | None, Token | None]:
    before = after = None
    for token in tokens:
        if token.end <= start:
            before = token
        elif token.start >= end:
            after = token
            break
    return before, after


def _months(text: str, sentence: Sentence) -> Iterator[Found]:
    """Yields months without day and year ("in late January", "the January offensive", "last March")."""
    tokens = sentence.tokens
    known = month_triggers()
    if known.keys().isdisjoint(sentence.lower):
        return
    for index in [at for at, word in enumerate(sentence.lower) if word in known]:
        token = tokens[index]
        name = known[token.lower]
        if name != token.lower:
            yield Found(token.start, token.end, DateParts(None, month_number(name)), None, "dates.month")
            continue
        if month_names()[name].capitalised and not token.capitalised:
            continue
        before = tokens[index - 1] if index else token
        listed = index > 1 and before.lower in _AND and tokens[index - 2].lower in month_triggers()
        after = tokens[index + 1] if index + 1 < len(tokens) else token
        parts = DateParts(None, month_number(token.text))
        if before.lower in _LAST or after.lower in _LAST:
            start, end = min(token.start, before.start if before.lower in _LAST else token.start), token.end
            yield Found(start, after.end if after.lower in _LAST else end, parts, None, "dates.last-month")
        elif (
            listed
            or before.lower in date_words().month_cues
            or (before.lower == "de" and index > 1 and tokens[index - 2].lower == "mois")
            or (before.lower in _DETERMINERS and after.lower in _happenings())
        ):
            yield Found(token.start, token.end, parts, None, "dates.month")

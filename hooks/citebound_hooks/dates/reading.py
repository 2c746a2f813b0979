"""Reads dates one after another: what a sentence's citations, its tense and the days named before say of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.dates import DateParts
from citebound.model import Citation, Date
from citebound_hooks.dates.deeds import Deeds
from citebound_hooks.dates.lexicon import date_words, limit, weekdays
from citebound_hooks.dates.relative import Relative, reckon
from citebound_hooks.dates.resolve import is_after, parts_of, range_in_the_past
from citebound_hooks.dates.shared_month import TOLD_MONTH, TOLD_YEAR, Found
from citebound_hooks.dates.tense import Tense, Tenses
from citebound_hooks.dates.year import Parts, Signs, days_between, with_year
from citebound_hooks.language.analysis import Sentence

_NEAR = 6  # sentences back to which "the next day" can refer
_JUST_BEHIND = 60  # days by which what is told may lie behind an item that is cited with it
_REACH = 60  # characters before a date in which its limit or its event stands
_SAYING = 24  # characters before a weekday in which a verb of saying stands
_WEEKDAY = 12  # characters before a date in which its weekday stands
_SCHEDULED = re.compile(
    r"([^\W\d_]+)\s(?:(?:on|in|of|for|due|le|du|de|en|prévues?|set for)\s){1,2}(?:the\s|le\s)?$"
)
_TO_COME = ("was to", "were to", "is to", "are to", "to take", "with effect", "to enter", "to come")
UNKNOWN: Parts = (DateParts(), None)


class Reading:
    """The state of reading a text from its beginning to its end.

    Args:
        text: The document's text.
        published: What is known of its publication date.
    """

    def __init__(self, text: str, published: DateParts) -> None:
        self._text = text
        self._published = published
        self._citations: Sequence[Citation] = ()
        self._sentence: Sentence | None = None
        self._tenses: Tenses | None = None
        self._last_day: tuple[DateParts, int] | None = None
        self._last_full: tuple[DateParts, int] | None = None
        self._last_named: tuple[DateParts, int] | None = None
        self._last: tuple[DateParts, int] | None = None
        self._deeds = Deeds()
        self._days: list[DateParts] = []

    def begin(self, sentence: Sentence, citations: Sequence[Citation]) -> None:
        """Goes on to the next sentence; a story told from a full date ends with its block."""
        if self._sentence is not None and self._days:
            self._deeds.note(self._sentence, self._days)
            self._days = []
        if self._sentence is None or self._sentence.block is not sentence.block:
            self._last_full = None
        self._sentence = sentence
        self._citations = citations
        self._tenses = None

    def resolve(self, date: Found | Relative) -> Parts | None:
        """Returns the parts of a date and of its end, with a missing year where the text decides it.

        None for words that are no date: "today" in the sense of nowadays.
        """
        cited = self._cited(date)
        if cited is not None:
            return parts_of(cited.iso), parts_of(cited.iso_end) if cited.iso_end else None
        if any(each.span.start <= date.start < each.span.end for each in self._citations):
            return None  # "Zendia Today" is an outlet
        found = self._relative(date) if isinstance(date, Relative) else self._printed(date)
        if found is not None:
            self._remember(date, found[0])
        return found

    def _cited(self, date: Found | Relative) -> Date | None:
        dates = (citation.date for citation in self._citations)
        return next((d for d in dates if d and d.span and d.span.start <= date.start < d.span.end), None)

    def _printed(self, date: Found) -> Parts:
        if date.rule in (TOLD_YEAR, TOLD_MONTH):
            return self._in_told(date.parts), None
        if date.parts.month is None or (date.until or date.parts).year is not None:
            return date.parts, date.until
        if date.rule == "dates.last-month":
            return range_in_the_past(date.parts, None, self._month_before())
        start = self._reference(date)
        signs = self._signs(date)
        found = with_year(date.parts, date.until, start, signs)
        if signs.tense == "past" and start is self._published and date.until is None:
            return self._in_told_year(found[0]), None
        return found

    def _signs(self, date: Found | Relative) -> Signs:
        before = self._text[max(self._here.start, date.start - _REACH) : date.start]
        scheduled = _SCHEDULED.search(before)
        bound = limit().search(before)
        tense = self._tense(date)
        return Signs(
            tense,
            limit=bool(
                bound and (tense != "past" or not bound["gap"] or bound.group().lower().startswith(_TO_COME))
            ),
            scheduled=bool(scheduled and scheduled[1].casefold() in date_words().scheduled),
            weekday=self._weekday_before(date.start),
        )

    def _weekday_before(self, place: int) -> int | None:
        words = self._text[max(self._here.start, place - _WEEKDAY) : place].casefold().split()
        return next((weekdays().get(word.strip(",("), None) for word in words[-1:]), None)

    def _month_before(self) -> DateParts:
        """The month before the publication: "last March", written in March, is a year old."""
        return reckon(Relative(0, 0, "month", -1, "publication"), self._published)

    def _tense(self, date: Found | Relative) -> Tense:
        self._tenses = self._tenses or Tenses(self._here.tokens)
        return self._tenses.at(date.start, date.end)

    @property
    def _here(self) -> Sentence:
        assert self._sentence is not None  # noqa: S101 begin() comes first
        return self._sentence

    def _reference(self, date: Found) -> DateParts:
        """The day before which a date in the past lies: that of the citation that closes its clause, if it is known.

        A citation just before the date does not date what it closes: an item of March 4 is cited for the background of
        what happened on March 5.
        """
        after = [each.date for each in self._citations if each.span.start >= date.end and each.date]
        cited = parts_of(after[0].iso) if after else DateParts()
        if cited.day is None:
            return self._published
        told, until = range_in_the_past(date.parts, date.until, self._published)
        behind = days_between(cited, until or told)
        return self._published if 0 < behind <= _JUST_BEHIND else cited

    def _in_told_year(self, past: DateParts) -> DateParts:
        """Gives a day the year of a full date just before, if the story goes on from it.

        "The coup took place on 22 March 2012. On 6 April …"
        """
        if self._last_full is None or past.day is None or past.year is None:
            return past
        full, index = self._last_full
        told = past._replace(year=full.year)
        earlier = full.year is not None and full.year < past.year
        return told if earlier and not is_after(full, told) and self._here.index - index <= 1 else past

    def _in_told(self, parts: DateParts) -> DateParts:
        """Gives "October that year" and "the 30th of that month" what the date before them tells; else nothing."""
        if self._last is None or self._here.index - self._last[1] > _NEAR:
            return DateParts()
        told = self._last[0]
        found = parts._replace(year=told.year, month=parts.month or told.month)
        return found if found.month and found.possible else DateParts()

    def _relative(self, date: Relative) -> Parts | None:
        start = self._published
        if date.anchor == "deed":
            start = self._deeds.day_of(date.deed, self._here.index)
            return (reckon(date, start), None) if start.day else None
        if date.anchor == "text":
            day = self._last_named if date.shift < 0 else self._last_day
            return (reckon(date, day[0]), None) if day and self._here.index - day[1] <= _NEAR else UNKNOWN
        if date.unit in ("day", "weekday") and self._in_quotation(date.start):
            return UNKNOWN
        signs = self._signs(date)
        if date.unit == "day" and not date.shift and signs.tense != "past":
            return None
        if date.unit == "weekday" and date.anchor == "before":
            if (signs.tense == "open") is not signs.limit and signs.tense != "future":
                return UNKNOWN  # in the past a limit can lie ahead: "closed until Friday", "extended until Friday"
            if signs.limit or signs.tense == "future":
                date = date._replace(anchor="after")
        return reckon(date, start), None

    def _in_quotation(self, place: int) -> bool:
        start = self._here.start
        opened = max(self._text.rfind(mark, start, place) for mark in "“«")
        closed = max(self._text.rfind(mark, start, place) for mark in "”»")
        return opened > closed or self._text.count('"', start, place) % 2 == 1

    def _remember(self, date: Found | Relative, parts: DateParts) -> None:
        if parts.year is not None:
            self._last = (parts, self._here.index)
        if parts.precision != "day":
            return
        self._last_named = (parts, self._here.index)
        if isinstance(date, Relative) and self._last_day is not None and self._is_of_saying(date):
            return  # "… on 2 October. The mayor said on Tuesday … Three days later"; but "The day before" is Monday
        self._last_day = (parts, self._here.index)
        self._days.append(parts)
        if isinstance(date, Found) and date.parts.year is not None:
            self._last_full = self._last_day

    def _is_of_saying(self, date: Relative) -> bool:
        """Whether a weekday tells when somebody spoke, from which no story is reckoned."""
        words = self._text[max(self._here.start, date.start - _SAYING) : date.start].casefold().split()
        return date.unit == "weekday" and not date_words().sayings.isdisjoint(words[-2:])

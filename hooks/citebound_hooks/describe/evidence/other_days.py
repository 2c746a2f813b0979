"""Days that the page shows and that are not its own: of a change, of an event, of entries in a list of other pages."""

from __future__ import annotations

from datetime import date as day_of
from typing import NamedTuple

from citebound.dates import find_dates
from citebound.model import Date, Field
from citebound_hooks.describe.evidence.listings import lines_of_other_pages
from citebound_hooks.describe.evidence.marked_dates import dates_in_markup
from citebound_hooks.describe.evidence.shown_dates import ShownDate
from citebound_hooks.describe.page import Page

_DRAFT = 14  # days
_LIVE = "jsonld:liveblogposting.datepublished"


class OtherDays(NamedTuple):
    """Days in ISO form, by what takes place on them.

    Attributes:
        changes: The page is changed, and the mark-up gives an earlier day of publication.
        events: What the page announces.
        entries: Another page appears, of which the page has an entry.
    """

    changes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()

    def hold(self, day: str | None) -> bool:
        """Whether something else takes place on a day."""
        return any(day in days for days in (self.changes, self.events, self.entries))


def other_days(page: Page, title: Field[str] | None) -> OtherDays:
    """Returns the days that are not the page's own."""
    events = (each.date.iso for each in dates_in_markup(page, "events"))
    numbers = sorted(lines_of_other_pages(page, title))
    lines = (page.lines[number] for number in numbers if number < len(page.lines))
    entries = (date.parts.iso for line in lines for date in find_dates(page.text, line.start, line.end))
    return OtherDays(_changes(page), frozenset(filter(None, events)), frozenset(filter(None, entries)))


def told_of(shown: ShownDate, days: OtherDays) -> ShownDate:
    """Returns a date with what is known of its day; what the page says outright beside it stays."""
    if shown.labelled:
        return shown
    if shown.parts.iso in days.events:
        return shown._replace(weight=0.0)
    return shown._replace(weight=0.0, updated=True) if shown.parts.iso in days.changes else shown


def _changes(page: Page) -> frozenset[str]:
    published = max(dates_in_markup(page, "published"), key=lambda each: each.weight, default=None)
    if published is None or published.date.precision != "day":
        return frozenset()
    changes = (each.date for each in dates_in_markup(page, "updated"))
    most = 0 if _LIVE in page.markup else _DRAFT
    return frozenset(
        change.iso for change in changes if change.iso and _is_later(change, published.date, most)
    )


def _is_later(change: Date, published: Date, most: int) -> bool:
    """Tells a day so much later that no draft that lay for some days explains it; live blogs grow for days."""
    if change.precision != "day":
        return False
    return (day_of.fromisoformat(change.iso or "") - day_of.fromisoformat(published.iso or "")).days > most

"""The day of publication of any page: the day on which the evidence agrees, and none without evidence.

Copyright years, dates of comments, of other articles and of references are no evidence: only mark-up that
speaks of publication, dates that stand beside the title or behind a word such as "published", and the
page's address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from citebound.dates import date_of, find_dates, parse_date
from citebound.model import Date, Field
from citebound_hooks.describe.evidence.addresses import address_dates
from citebound_hooks.describe.evidence.agreement import Evidence, best_date, printed_date
from citebound_hooks.describe.evidence.listings import year_lines
from citebound_hooks.describe.evidence.marked_dates import dates_in_markup
from citebound_hooks.describe.evidence.other_days import OtherDays, other_days, told_of
from citebound_hooks.describe.evidence.page_kinds import is_no_report
from citebound_hooks.describe.evidence.places import is_boilerplate, title_lines
from citebound_hooks.describe.evidence.short_dates import short_date
from citebound_hooks.describe.evidence.shown_dates import ShownDate, shown_dates
from citebound_hooks.describe.evidence.untold_dates import untold_date
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, date_field, part_of, proof_of
from citebound_hooks.describe.title_page import head_lines

_ADDRESS_DAY, _ADDRESS_MONTH = 2.0, 0.7
_ONLY_TIME, _FIRST_TIME, _LATER_TIME = 2.0, 1.0, 0.2
_UPDATED = 0.3
_TITLE_PAGE = 1.0
_LINES_ABOVE = 12


def date_by_agreement(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the date of publication on which the evidence agrees, and the date of the last change."""
    if "publication_date" in found and "last_updated" in found:
        return
    title = found.get("title")
    if is_no_report(page, title):
        return
    days = other_days(page, title)
    shown = [told_of(each, days) for each in shown_dates(page, title)]
    changes = [_shown(each) for each in shown if each.updated]
    if "publication_date" not in found:
        best = best_date(list(_evidence(page, shown, days)))
        best = best or short_date(page, title)
        untold = untold_date(page, title) if best is None else None
        if best is None:
            only = _only_stamp(page, title, changes) if untold is None else None
            best = only or _on_title_page(page, title)
        if best is not None:
            yield "publication_date", _field(best)
        elif untold is not None:
            yield "publication_date", date_field(untold, page.day_first)
    change = changes[0] if changes else next(iter(dates_in_markup(page, "updated")), None)
    if change is not None and "last_updated" not in found:
        yield "last_updated", _field(change)


def date_beside_cite_as(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the date of a page that states one outside its cite-as line too, whose own may be another."""
    if "cite_as" not in found or "publication_date" in found:
        return
    title = found.get("title")
    if any(dates_in_markup(page, "published")) or any(
        each.labelled and each.weight for each in shown_dates(page, title)
    ):
        yield from date_by_agreement(page, found)


def _evidence(page: Page, shown: Sequence[ShownDate], days: OtherDays) -> Iterator[Evidence]:
    yield from dates_in_markup(page, "published")
    yield from (each._replace(weight=_UPDATED * each.weight) for each in dates_in_markup(page, "updated"))
    yield from (each for each in _times(page) if not days.hold(each.date.iso))
    yield from (_shown(each) for each in shown if each.weight)
    for proof, parts in address_dates(page):
        weight = _ADDRESS_DAY if parts.day is not None else _ADDRESS_MONTH
        yield Evidence(date_of(proof.raw, parts), weight, proof)


def _only_stamp(page: Page, title: Field[str] | None, changes: Sequence[Evidence]) -> Evidence | None:
    """Returns the last change where a web page states no other date, as citation manuals do."""
    days = {each.date.iso for each in changes}
    only = page.markup and len(days) == 1 and not _has_date_above(page, title)
    return changes[0] if only else None


def _has_date_above(page: Page, title: Field[str] | None) -> bool:
    """Tells whether a day stands above the title, in the report itself, and perhaps is its own."""
    first = next(iter(title_lines(page, title)), 0)
    above = (page.lines[at] for at in year_lines(page) if first - _LINES_ABOVE <= at < first)
    inside = (line for line in above if not is_boilerplate(page, line))
    return any(date.parts.day for line in inside for date in find_dates(page.text, line.start, line.end))


def _on_title_page(page: Page, title: Field[str] | None) -> Evidence | None:
    """Returns the date of the lines at the top, however far above the title, if they have one and the same."""
    if page.document.media_type in WEB and title_lines(page, title):
        return None
    stamps = [
        line.proof for line in head_lines(page) if line.part == "stamp" and _is_inside(page, line.proof)
    ]
    dated = [
        (proof, printed)
        for proof in stamps
        for printed in find_dates(proof.raw)
        if printed.parts.day and printed.until is None
    ]
    if len({printed.parts for _, printed in dated}) != 1:
        return None
    proof, printed = dated[0]
    place = part_of(page.document, proof, printed.start, printed.end)
    return printed_date(place, printed.parts, _TITLE_PAGE)


def _is_inside(page: Page, proof: Proof) -> bool:
    return proof.span is not None and not is_boilerplate(page, page.lines[page.line_at(proof.span.start)])


def _times(page: Page) -> Iterator[Evidence]:
    """Yields the days of `<time>`: the first, or the only one, is mostly the page's own."""
    times = [(metadatum, parse_date(metadatum.value)) for metadatum in page.markup.get("time:datetime", ())]
    dated = [(metadatum, date) for metadatum, date in times if date is not None and date.iso is not None]
    only = len({date.iso for _, date in dated}) == 1
    for number, (metadatum, date) in enumerate(dated):
        weight = _LATER_TIME if number else _ONLY_TIME if only else _FIRST_TIME
        yield Evidence(
            Date(raw=metadatum.value, iso=date.iso, precision=date.precision), weight, proof_of(metadatum)
        )


def _shown(shown: ShownDate) -> Evidence:
    return printed_date(shown.proof, shown.parts, shown.weight)


def _field(evidence: Evidence) -> Field[Date]:
    return Field(evidence.date, evidence.proof.raw, evidence.proof.span, evidence.proof.locator)

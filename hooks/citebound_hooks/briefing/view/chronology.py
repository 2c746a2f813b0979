"""The chronology: events and dated sayings, in the order of time, undated ones left out."""

from __future__ import annotations

from msgspec.structs import replace

from citebound.model import Claim, Date, Event, Extraction
from citebound_hooks.briefing.view.model import DatedRow
from citebound_hooks.briefing.view.sentences import SentenceBook
from citebound_hooks.briefing.view.timeline import days_of


def dated_rows(extraction: Extraction, book: SentenceBook, published: Date | None) -> tuple[DatedRow, ...]:
    """Returns what has a date, oldest first; dates that the text does not resolve come last.

    Args:
        extraction: What the report says.
        book: The sentences that the briefing quotes.
        published: When the report was published; what it dates later, it does not report as having happened.
    """
    groups: dict[tuple[str, int], list[tuple[Date, Event]]] = {}
    for event in extraction.events:
        if event.when and event.mentions:
            key = (event.when.iso or event.when.raw, book.number(event.mentions[0]))
            groups.setdefault(key, []).append((event.when, event))
    rows = [_happening(number, found, book) for (_, number), found in groups.items()]
    rows += [
        _saying(claim, claim.when, book)
        for claim in extraction.claims
        if claim.when and (claim.when.iso or claim.when.raw, book.number(claim.sentence)) not in groups
    ]
    rows = [replace(row, ahead=_is_ahead(row.date, published)) for row in rows]
    rows.sort(key=lambda row: (row.date.iso is None, row.date.iso or "", row.number))
    return tuple(rows)


def _is_ahead(date: Date, published: Date | None) -> bool:
    days, issued = days_of(date), days_of(published) if published else None
    return days is not None and issued is not None and days[0] > issued[1]


def _happening(number: int, found: list[tuple[Date, Event]], book: SentenceBook) -> DatedRow:
    """Makes one row of the events that one sentence dates alike."""
    date, first = found[0]
    book.use(number, first.id, first.id)
    events = [event for _, event in found]
    casualties = next((event.casualties for event in events if event.casualties), None)
    return DatedRow(
        date=date, id=first.id, types=tuple(dict.fromkeys(event.type for event in events)),
        words=book.sentence(number).exact, number=number,
        where=next((event.where.exact for event in events if event.where), None),
        killed=casualties.killed if casualties else None, injured=casualties.injured if casualties else None,
    )  # fmt: skip


def _saying(claim: Claim, date: Date, book: SentenceBook) -> DatedRow:
    number = book.number(claim.sentence)
    return DatedRow(
        date=date, id=f"when-{claim.id}", types=(), words=claim.sentence.exact, number=number, where=None,
        killed=None, injured=None, saying=claim.kind,
    )  # fmt: skip

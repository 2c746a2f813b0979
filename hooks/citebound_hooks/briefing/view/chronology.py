"""The chronology: events and dated sayings, in the order of time, undated ones left out."""

from __future__ import annotations

from citebound.model import Claim, Date, Event, Extraction
from citebound_hooks.briefing.view.model import DatedRow
from citebound_hooks.briefing.view.sentences import SentenceBook


def dated_rows(extraction: Extraction, book: SentenceBook) -> tuple[DatedRow, ...]:
    """Returns what has a date, oldest first; dates that the text does not resolve come last."""
    told = {claim_id for event in extraction.events if event.when for claim_id in event.claims}
    rows = [_event(event, event.when, book) for event in extraction.events if event.when and event.mentions]
    rows += [
        _saying(claim, claim.when, book) for claim in extraction.claims if claim.when and claim.id not in told
    ]
    rows.sort(key=lambda row: (row.date.iso is None, row.date.iso or "", row.number))
    return tuple(rows)


def _event(event: Event, date: Date, book: SentenceBook) -> DatedRow:
    number = book.number(event.mentions[0])
    book.use(number, event.id, event.id)
    casualties = event.casualties
    return DatedRow(
        date=date, id=event.id, type=event.type, words=book.sentence(number).exact, number=number,
        where=event.where.exact if event.where else None,
        killed=casualties.killed if casualties else None, injured=casualties.injured if casualties else None,
    )  # fmt: skip


def _saying(claim: Claim, date: Date, book: SentenceBook) -> DatedRow:
    number = book.number(claim.sentence)
    return DatedRow(
        date=date, id=claim.id, type=None, words=claim.sentence.exact, number=number, where=None, killed=None,
        injured=None,
    )  # fmt: skip

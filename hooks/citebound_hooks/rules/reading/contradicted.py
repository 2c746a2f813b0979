"""The date of publication where page and cite-as line contradict each other: which of them is right nobody knows."""

from __future__ import annotations

from citebound.model import Date
from citebound.rules import Subject
from citebound_hooks.rules.reading.cite_as import Part, cite_as_of
from citebound_hooks.rules.reading.dates import agree, known, readings


def other_date(subject: Subject) -> tuple[Part, Date] | None:
    """Returns the date of the cite-as line, with its place there, if none there agrees with the page's."""
    line, fields = cite_as_of(subject.record, subject.profile), subject.record.fields
    published = known(fields.publication_date)
    dates = [(part, date) for part, date in line.dates if readings(date)] if line else []
    if line is None or published is None or not dates:
        return None
    if line.title is None and fields.title is not None:
        return None  # what is not the title's is not known: the dates may be part of it (CIT005)
    return None if any(agree(each, published) for _, date in dates for each in readings(date)) else dates[0]


def dates_of_publication(subject: Subject) -> tuple[Date, ...]:
    """Returns the page's date of publication and, where it contradicts it, that of the cite-as line."""
    published, other = known(subject.record.fields.publication_date), other_date(subject)
    return tuple(filter(None, (published, other[1] if other else None)))

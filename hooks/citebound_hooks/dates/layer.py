"""Makes the dates layer: what is printed or told from another day, resolved as far as the text decides."""

from __future__ import annotations

from collections.abc import Iterable

from citebound.dates import DateParts
from citebound.model import Citation, DatedWords, Document, Extraction, SourceRecord
from citebound_hooks.dates.order import day_first
from citebound_hooks.dates.printed import find_printed
from citebound_hooks.dates.reading import Reading
from citebound_hooks.dates.relative import Relative, find_relative
from citebound_hooks.dates.resolve import publication, resolved
from citebound_hooks.dates.shared_month import Found
from citebound_hooks.language.analysis import Sentence, analyse

_BESIDE = 5  # characters between a weekday and the date that it belongs to ("Friday, March 3")


def date_items(document: Document, record: SourceRecord, before: Extraction) -> list[DatedWords]:
    """Returns the dates of the body in the order of the text."""
    cited = _by_sentence(before.citations)
    reading = Reading(document.text, publication(record))
    items: list[DatedWords] = []
    analysis = analyse(document, record)
    numbers = day_first(document, analysis)
    for sentence in analysis.sentences:
        found = _found(document.text, sentence, numbers)
        reading.begin(sentence, cited.get(sentence.start, ()))
        for date in found:
            read = reading.resolve(date)
            if read is not None:
                items.append(_item(document, date, *read))
    return items


def _found(text: str, sentence: Sentence, numbers: bool | None) -> list[Found | Relative]:
    printed = find_printed(text, sentence, numbers)
    relative = [
        date for date in find_relative(text, sentence) if not any(_collides(date, other) for other in printed)
    ]
    if not relative:
        return [*printed]
    found: list[Found | Relative] = [*printed, *relative]
    return sorted(found, key=lambda date: date.start)


def _collides(relative: Relative, printed: Found) -> bool:
    reach = _BESIDE if relative.unit == "weekday" else 0
    return relative.start < printed.end + reach and printed.start - reach < relative.end


def _item(
    document: Document, date: Found | Relative, parts: DateParts, until: DateParts | None
) -> DatedWords:
    made = resolved(document, date.start, date.end, parts, until)
    return DatedWords(
        raw=made.raw,
        iso=made.iso,
        iso_end=made.iso_end,
        precision=made.precision,
        span=made.span,
        rule=date.rule,
    )


def _by_sentence(citations: Iterable[Citation]) -> dict[int, list[Citation]]:
    found: dict[int, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.sentence.start, []).append(citation)
    return found

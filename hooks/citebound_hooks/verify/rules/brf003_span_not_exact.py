"""BRF003."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Extraction, SourceRecord
from citebound.redaction.masking import unmasked
from citebound.rules import Problem, Rule, Subject
from citebound.spans import spans_in
from citebound_hooks.verify.rules.words_on_pages import shortened


class SpanNotExact(Rule):
    """A quotation, mention or field does not stand at its place in the source text.

    Why:
        A quotation that is not the source's words is invented.

    Bad:
        An extraction in which a quoted word was changed.

    Good:
        `text[start:end] == exact` for every span.

    Source:
        W3C Web Annotation Data Model, TextPositionSelector and TextQuoteSelector.
    """

    code = "BRF003"
    name = "span-not-exact"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each span that is not exact."""
        finished = subject.document.finished
        if finished is None:
            return
        if finished.briefing is None:
            return
        record, extraction = finished.briefing.record, finished.briefing.extraction
        of_one_source = record.document.sha256 == extraction.document.sha256  # else BRF010 says it all
        text = extraction.document.text
        for span in dict.fromkeys(spans_in((record, extraction) if of_one_source else extraction)):
            if text[span.start : span.end] != span.exact:
                message = (
                    f"“{shortened(span.exact)}” does not stand at {span.start}–{span.end} of the source text."
                )
                yield Problem(message=message)
        yield from _marks_missing(record, text)
        yield from _not_masked(extraction)


def _not_masked(extraction: Extraction) -> Iterator[Problem]:
    """Yields a problem for each place of a masked text where words stand that nothing in the extraction holds."""
    for start, end in unmasked(extraction) if extraction.document.masked else ():
        words = shortened(extraction.document.text[start:end])
        yield Problem(message=f"“{words}” stands at {start}–{end} of the source text, which is masked there.")


def _marks_missing(record: SourceRecord, text: str) -> Iterator[Problem]:
    """Yields a problem for each redaction of the record at whose place no mark stands."""
    said = record.handling.redacted if record.handling else None
    if said is None:
        return
    for place in said.places:
        if text[place.start : place.end] != said.mark:
            where = f"{place.start}–{place.end}"
            yield Problem(message=f"The record names a redaction at {where}; no mark stands there.")

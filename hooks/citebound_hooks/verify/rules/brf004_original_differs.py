"""BRF004."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Extraction, Redacted, RedactedPlace
from citebound.redaction.comparison import first_difference
from citebound.redaction.masking import gaps, is_of
from citebound.rules import Problem, Rule, Subject
from citebound.spans import spans_in


class OriginalDiffers(Rule):
    """The original is not the one that the briefing was made of.

    Why:
        The page may have been corrected or withdrawn since; the briefing quotes words that are no longer there.

    Bad:
        `citebound verify briefing.pdf report.html` after a paragraph of the report was changed.

    Good:
        The report as it was uploaded.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF004"
    name = "original-differs"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem if digest or text of the original differ."""
        finished = subject.document.finished
        if finished is None:
            return
        if finished.original_sha256 is None or finished.briefing is None:
            return
        record, extraction = finished.briefing.record, finished.briefing.extraction
        sha256, found = finished.original_sha256, finished.original_text or ""
        redacted = record.handling.redacted if record.handling else None
        if redacted is not None:
            yield from _beside_marks(extraction, redacted, found)
            return
        if sha256 == record.document.sha256 and is_of(extraction.document, found):
            return
        other = "The original is the same file, but is read as another text here"
        if sha256 != record.document.sha256:
            digests = (sha256[:16], record.document.sha256[:16])
            other = "The original is another file: SHA-256 {}…, the record names {}…".format(*digests)
        yield Problem(message=f"{other}; {_first_difference(extraction, found)}.")


def _beside_marks(extraction: Extraction, redacted: Redacted, found: str) -> Iterator[Problem]:
    """Holds the words that a redacted briefing kept against the original; what is hidden may be anything."""
    difference = first_difference(extraction.document.text, _hidden(extraction, redacted), found)
    if difference is not None:
        kept, there = difference
        yield Problem(message=f"The original says “{there}” where the redacted source says “{kept}”.")


def _first_difference(extraction: Extraction, found: str) -> str:
    """Says where the two texts part: of a masked one where words that were kept are others."""
    if is_of(extraction.document, found):
        return "its text is the same"
    difference = first_difference(extraction.document.text, _hidden(extraction), found)
    if difference is None:
        return "its text differs in words that the briefing does not carry"
    kept, there = difference
    return f"it says “{there}” where the briefing's source says “{kept}”"


def _hidden(extraction: Extraction, redacted: Redacted | None = None) -> list[RedactedPlace]:
    """The places, in order, where marks stand for words of the original."""
    text = extraction.document.text
    masked = gaps(spans_in(extraction), len(text)) if extraction.document.masked else ()
    hidden = [RedactedPlace(start=a, end=b, kind="span") for a, b in masked if text[a:b].strip("\n")]
    return sorted([*hidden, *(redacted.places if redacted else ())], key=lambda place: place.start)

"""BRF004."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Redacted
from citebound.redaction.comparison import first_difference
from citebound.rules import Problem, Rule, Subject


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
        document, extraction = finished.briefing.record.document, finished.briefing.extraction
        known, found = extraction.document.text, finished.original_text or ""
        redacted = finished.briefing.record.handling.redacted if finished.briefing.record.handling else None
        if redacted is not None:
            yield from _beside_marks(known, redacted, found)
            return
        if finished.original_sha256 == document.sha256 and found == known:
            return
        if finished.original_sha256 == document.sha256:
            other = "The original is the same file, but is read as another text here"
        else:
            digests = (finished.original_sha256[:16], document.sha256[:16])
            other = "The original is another file: SHA-256 {}…, the record names {}…".format(*digests)
        yield Problem(message=f"{other}; {_first_difference(known, found)}.")


def _beside_marks(known: str, redacted: Redacted, found: str) -> Iterator[Problem]:
    """Holds the words that a redacted briefing kept against the original; what is hidden may be anything."""
    difference = first_difference(known, redacted.places, found)
    if difference is not None:
        kept, there = difference
        yield Problem(message=f"The original says “{there}” where the redacted source says “{kept}”.")


def _first_difference(known: str, found: str) -> str:
    if known == found:
        return "its text is the same"
    at = next(
        (n for n, (a, b) in enumerate(zip(known, found, strict=False)) if a != b), min(len(known), len(found))
    )
    start = max(0, at - 20)
    return f"it says “{found[start : at + 40]}” where the briefing's source says “{known[start : at + 40]}”"

"""BRF004."""

from __future__ import annotations

from collections.abc import Iterator

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
        if finished.original_sha256 != document.sha256:
            yield Problem(
                message=f"The original has the digest {finished.original_sha256}, the record {document.sha256}."
            )
        if finished.original_text != extraction.document.text:
            yield Problem(message=_first_difference(extraction.document.text, finished.original_text or ""))


def _first_difference(known: str, found: str) -> str:
    at = next(
        (n for n, (a, b) in enumerate(zip(known, found, strict=False)) if a != b), min(len(known), len(found))
    )
    return f"The original says “{found[at : at + 40]}” where the briefing's source text says “{known[at : at + 40]}”."

"""BRF010."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class PartsOfDifferentBriefings(Rule):
    """Record, extraction and metadata speak of different sources.

    Why:
        Parts of two briefings were put together.

    Bad:
        A record of one report beside the extraction of another.

    Good:
        One digest of the source in all three.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF010"
    name = "parts-of-different-briefings"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem if the parts name different sources."""
        finished = subject.document.finished
        if finished is None:
            return
        if finished.briefing is None:
            return
        record = finished.briefing.record.document.sha256
        stated = finished.digests.get("sourceSHA256")
        if finished.briefing.extraction.document.sha256 != record:
            yield Problem(message="The record and the extraction are of different sources.")
        if stated is not None and stated != record:
            yield Problem(message="The metadata and the record name different sources.")

"""BRF002."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.briefing.attachment_names import digest_name


class AttachmentChanged(Rule):
    """An attachment is not the one that the briefing was rendered with.

    Why:
        The record or the extraction was exchanged, and the pages speak of another one.

    Bad:
        A briefing whose `extraction.json` was replaced.

    Good:
        The briefing as it was rendered.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF002"
    name = "attachment-changed"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each attachment whose digest is not that of the metadata."""
        finished = subject.document.finished
        if finished is None:
            return
        for name, digest in finished.attachments.items():
            stated = finished.digests.get(digest_name(name))
            if stated is not None and stated != digest:
                message = f"The attachment {name} is not the one that the metadata names by its digest."
                yield Problem(message=message, locator=name)
            elif stated is None and finished.digests:
                yield Problem(message=f"The metadata knows no attachment {name}.", locator=name)

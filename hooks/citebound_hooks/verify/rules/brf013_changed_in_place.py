"""BRF013."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.verify.rules.words_on_pages import rendered_parts


class ChangedInPlace(Rule):
    """Bytes of the file are others than rendered, in places that none of its parts hang on.

    Why:
        A program that rewrites a file lays it out anew. Single bytes change when a disk or a transfer fails, or when
        somebody tries something; another reader may stumble where this one did not.

    Bad:
        A briefing in whose table of objects one digit was flipped; one with an archive behind its end.

    Good:
        The briefing as it was rendered.

    Source:
        Rendering is reproducible: the same briefing and version give the same bytes.
    """

    code = "BRF013"
    name = "changed-in-place"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem if bytes but no part differ; a part that differs has a finding of its own."""
        finished = subject.document.finished
        if finished is None or finished.anew is None or rendered_parts(finished) != finished.anew.parts:
            return
        if finished.anew.changed_at is not None:
            yield Problem(
                message=f"The file differs from the same briefing rendered anew at {finished.anew.changed_at}."
            )

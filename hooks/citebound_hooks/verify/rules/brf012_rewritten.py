"""BRF012."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.verify.rules.words_on_pages import rendered_parts


class Rewritten(Rule):
    """The file was rewritten since it was rendered, and its content is intact.

    Why:
        Document systems linearise and compress PDF files. It changes the bytes, not what they say.

    Bad:
        Not a defect: the note explains why the file's digest is another one.

    Good:
        The briefing as it was rendered.

    Source:
        ISO 32000-2, annex F (linearised PDF) and 7.5.7 (object streams).
    """

    code = "BRF012"
    name = "rewritten"
    severity = "info"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a note if all parts are as expected but the bytes are not."""
        finished = subject.document.finished
        if finished is None or finished.anew is None or rendered_parts(finished) != finished.anew.parts:
            return
        if not finished.anew.same_bytes and finished.anew.changed_at is None:
            yield Problem(message="The file was rewritten since it was rendered; its content is intact.")

"""BRF008."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class PageChanged(Rule):
    """A part of the PDF is not what rendering the same briefing gives.

    Why:
        A page, a link or an attachment was edited after the briefing was rendered.

    Bad:
        A page on which a figure was overwritten.

    Good:
        The briefing as it was rendered, even if it was compressed or linearised since.

    Source:
        Rendering is reproducible: the same briefing and version give the same bytes.
    """

    code = "BRF008"
    name = "page-changed"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each part that differs from a new rendering."""
        finished = subject.document.finished
        if finished is None:
            return
        expected = finished.expected
        if expected is None:
            return
        for name in [*expected, *(name for name in finished.parts if name not in expected)]:
            if name not in finished.parts:
                yield Problem(message=f"The {name} is missing.", locator=name)
            elif name not in expected:
                yield Problem(message=f"The {name} was added.", locator=name)
            elif finished.parts[name] != expected[name]:
                yield Problem(
                    message=f"The {name} was changed since the briefing was rendered.", locator=name
                )

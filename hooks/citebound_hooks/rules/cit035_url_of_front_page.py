"""CIT035."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import parts_of
from citebound_hooks.rules.reading.broken import is_broken
from citebound_hooks.rules.reading.places import problem_in


class UrlOfFrontPage(Rule):
    """The address is that of the site's front page.

    Why:
        It says where to start searching, and not where the report stands.

    Bad:
        `available at: https://www.refworld.org/`

    Good:
        `available at: https://www.refworld.org/docid/5ccc3d9a4.html`

    Source:
        A citation lets the reader find the source again.
    """

    code = "CIT035"
    name = "url-of-front-page"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address."""
        field = subject.record.fields.url
        parts = parts_of(field.value) if field else None
        if field is None or parts is None or parts.query or parts.fragment:
            return
        if parts.path in ("", "/") and not is_broken(subject):
            yield problem_in(
                subject, "url", field, f"{field.value} is the front page of a site, not the report."
            )

"""CIT035."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import parts_of
from citebound_hooks.rules.reading.broken import is_broken
from citebound_hooks.rules.reading.cite_as import cited_address
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
        if is_broken(subject):
            return
        url, cited = subject.record.fields.url, cited_address(subject)
        if url is not None and _is_front_page(url.value):
            yield problem_in(subject, "url", url, f"{url.value} is the front page of a site, not the report.")
        elif cited is not None and _is_front_page(cited.exact):
            yield Problem(
                message=f"{cited.exact} is the front page of a site, not the report.", span=cited, field="url"
            )


def _is_front_page(address: str) -> bool:
    parts = parts_of(address)
    return parts is not None and parts.path in ("", "/") and not parts.query and not parts.fragment

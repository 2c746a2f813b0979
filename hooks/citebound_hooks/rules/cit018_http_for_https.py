"""CIT018."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import page_addresses
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in


class HttpForHttps(Rule):
    """The cite-as line and the page give one address, once with http and once with https.

    Why:
        Both lead to the page, and programs that compare addresses take them for two sources.

    Bad:
        Page at `http://library.example/docid/5ccc3d9a4.html`, cited as
        `https://library.example/docid/5ccc3d9a4.html`

    Good:
        Both with `https`.

    Source:
        Seen on real pages; RFC 9110, section 4.2.2: https is a scheme of its own.
    """

    code = "CIT018"
    name = "cite-as-other-scheme"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address in the cite-as line."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if line is None or line.url is None or field is None:
            return
        for other in (
            *page_addresses(subject.document, subject.record),
            *_in_text(subject, field, line.url.text),
        ):
            if other != line.url.text and _without_scheme(other) == _without_scheme(line.url.text):
                message = f"The cite-as line gives {line.url.text}, the page {other}."
                yield problem_in(subject, "cite_as", field, message, part=(line.url.start, line.url.end))
                return


def _in_text(subject: Subject, field: Field[str], address: str) -> Iterator[str]:
    """The same address with the other scheme, where it stands in the text outside the line."""
    scheme, _, rest = address.partition("://")
    other = f"{'http' if scheme.lower() == 'https' else 'https'}://{rest}"
    at = subject.document.text.find(other)
    if rest and at >= 0 and not (field.span and field.span.start <= at < field.span.end):
        yield other


def _without_scheme(address: str) -> str:
    return address.strip().partition("://")[2].rstrip("/")

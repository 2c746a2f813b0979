"""CIT019."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import are_neighbours, document_numbers, page_addresses
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in


class DocidDiffersInCiteAs(Rule):
    """The cite-as line gives the address of another document of the same site.

    Why:
        Who follows the citation reads another report.

    Bad:
        Page at `…/docid/5ccc3d9a4.html`, cited as `…/docid/58d8f5484.html`; two addresses that are the same but for
        one number

    Good:
        Page and cite-as line give one document.

    Source:
        Consistency of header, cite-as line and markup.
    """

    code = "CIT019"
    name = "cite-as-other-document"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address in the cite-as line."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if line is None or line.url is None or field is None:
            return
        for other in page_addresses(subject.document, subject.record):
            differing = document_numbers(line.url.text, other)
            if differing:
                cited, own = differing
                message = f"The cite-as line gives the document {cited}, the page is {own}."
                yield problem_in(subject, "cite_as", field, message, part=(line.url.start, line.url.end))
                return
            if are_neighbours(line.url.text, other):
                message = f"The cite-as line gives {line.url.text}, the page {other}."
                place = (line.url.start, line.url.end)
                yield problem_in(subject, "cite_as", field, message, part=place, severity="warning")
                return

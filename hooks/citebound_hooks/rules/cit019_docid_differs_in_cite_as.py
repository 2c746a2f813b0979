"""CIT019."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import docid_of, host_of, page_addresses
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in


class DocidDiffersInCiteAs(Rule):
    """The cite-as line gives the address of another document of the same site.

    Why:
        Who follows the citation reads another report.

    Bad:
        Page at `…/docid/5ccc3d9a4.html`, cited as `…/docid/58d8f5484.html`

    Good:
        Page and cite-as line give one docid.

    Source:
        Consistency of header, cite-as line and markup.
    """

    code = "CIT019"
    name = "cite-as-other-document"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address in the cite-as line."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        cited = docid_of(line.url.text) if line and line.url else None
        if line is None or line.url is None or field is None or cited is None:
            return
        for other in page_addresses(subject.document, subject.record):
            own = docid_of(other)
            if own and own != cited and host_of(other) == host_of(line.url.text):
                message = f"The cite-as line gives the document {cited}, the page is {own}."
                yield problem_in(subject, "cite_as", field, message, part=(line.url.start, line.url.end))
                return

"""CIT009."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in


class UrlEmpty(Rule):
    """The cite-as line announces an address and gives none.

    Why:
        `available at:` with nothing after it is a template that was not filled in: the reader cannot open the
        source.

    Bad:
        `…, 3 May 2019, available at: [accessed 7 June 2022]`

    Good:
        `…, 3 May 2019, available at: https://library.example/docid/5ccb8c9a4.html [accessed 7 June 2022]`

    Source:
        Seen on Refworld pages; Refworld's form of the cite-as line.
    """

    code = "CIT009"
    name = "url-empty"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the words that announce the address."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if line is None or field is None or line.url_label is None or line.url is not None:
            return
        if line.placeholder:
            return
        label = line.url_label
        if line.line[label.end :].lstrip(" :").lower().startswith(("http", "htt", "ttp")):
            return  # an address, if a malformed one (CIT034)
        message = f"No address follows “{label.text.strip()}”."
        yield problem_in(subject, "url", field, message, part=(label.start, label.end))

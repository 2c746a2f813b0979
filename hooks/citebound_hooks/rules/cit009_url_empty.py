"""CIT009."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in

# An address without its scheme, a malformed one (CIT034), a DOI or another identifier.
_NAMES_A_PLACE = re.compile(
    r"\w\.\w{2,12}/|\bh?t{1,2}ps?\b|\bdoi\b|\b10\.\d{4}|\burn:|\bisbn\b|//", re.IGNORECASE
)


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
        """Yields a problem at the words that announce the address, or without any at the date of access."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if line is None or field is None or line.url is not None or line.placeholder:
            return
        if line.url_label is None:
            if line.accessed and not _NAMES_A_PLACE.search(line.line):
                message = "The cite-as line says when an address was opened, and gives none."
                place = (line.accessed.start, line.accessed.end)
                yield problem_in(subject, "url", field, message, part=place)
            return
        label = line.url_label
        if line.line[label.end :].lstrip(" :\r\n\t\xa0").lower().startswith(("http", "htt", "ttp")):
            return  # an address, if a malformed one (CIT034)
        message = f"No address follows “{label.text.strip()}”."
        yield problem_in(subject, "url", field, message, part=(label.start, label.end))

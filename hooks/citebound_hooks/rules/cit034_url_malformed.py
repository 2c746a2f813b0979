"""CIT034."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.broken import is_broken
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.malformed import malformed_addresses
from citebound_hooks.rules.reading.places import problem_in

_BARE = re.compile(r"(?<![/\w.@-])www\.[\w-]{1,63}\.[^\s\[\]]{1,400}", re.IGNORECASE)


class UrlMalformed(Rule):
    """An address that no browser opens as it is written.

    Why:
        A doubled or misspelt scheme, or a host without a dot, is a slip of the pen: the reader cannot open the
        source.

    Bad:
        `available at: http//library.example/docid/5ccc3d9a4.html`

    Good:
        `available at: http://library.example/docid/5ccc3d9a4.html`

    Source:
        RFC 3986, section 3; RFC 1034, section 3.5.
    """

    code = "CIT034"
    name = "url-malformed"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such address of the page's own."""
        malformed = list(malformed_addresses(subject))
        yield from malformed
        line, cite_as = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        bare = _BARE.search(line.line) if line and not malformed else None
        if bare and cite_as and not is_broken(subject):
            message = f"The address “{bare.group()}” lacks its scheme, https:// or http://."
            yield problem_in(subject, "url", cite_as, message, part=bare.span(), severity="warning")

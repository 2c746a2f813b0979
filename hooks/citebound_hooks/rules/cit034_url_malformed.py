"""CIT034."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import parts_of
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.labelled import labelled_lines
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.places import problem_in

_SLIP = re.compile(
    r"\b(?:https?(?::?/(?!/)|//|:(?![/\s]))"  # http:/library, http//library, http:library
    r"|(?!https?://)h?t{1,4}ps?://"  # htttp://, ttp://
    r"|(?!(?:https?|ftp|doi|urn|mailto):)[a-z]{2,6}:/{1,2}(?=[\w-]{1,60}\.)"  # htp:/library.example
    r"|https?://https?[:/])[^\s\[\]]{1,400}",  # http://https://
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![/\w.@-])www\.[\w-]{1,63}\.[^\s\[\]]{1,400}", re.IGNORECASE)
_HOST = re.compile(
    r"(?=.{1,253}$)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}\.?"
    r"|[0-9a-fA-F:.]{2,45}"  # an IP number
)


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
        """Yields a problem at each such address of the record."""
        line, cite_as = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        slip = _SLIP.search(line.line) if line else None
        if slip and cite_as:
            yield problem_in(
                subject, "url", cite_as, f"The address “{slip.group()}” is malformed.", part=slip.span()
            )
            return
        bare = _BARE.search(line.line) if line else None
        if bare and cite_as:
            message = f"The address “{bare.group()}” lacks its scheme, https:// or http://."
            yield replace(problem_in(subject, "url", cite_as, message, part=bare.span()), severity="warning")
            return
        for name, field in text_fields(subject.record, ("url", "original_url")):
            if _is_malformed(field.value):
                yield problem_in(subject, name, field, f"The address “{field.value}” is malformed.")
                return
        for labelled in labelled_lines(subject.document, subject.profile):
            if labelled.field in ("url", "original_url") and _SLIP.match(labelled.value):
                span = subject.document.span(labelled.start, labelled.end)
                yield Problem(
                    message=f"The address “{labelled.value}” is malformed.", span=span, field=labelled.field
                )


def _is_malformed(address: str) -> bool:
    if is_placeholder(address):
        return False
    parts = parts_of(address if "://" in address else f"http://{address}")
    return (
        parts is None
        or parts.scheme not in ("http", "https", "ftp")
        or not _HOST.fullmatch(parts.hostname or "")
    )

"""Addresses that no browser opens as they are written: the slips of the pen on a page, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Document
from citebound.rules import Problem, Subject
from citebound_hooks.rules.reading.addresses import PAGE_NAMES, parts_of
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.labelled import labelled_lines
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.markup import stated
from citebound_hooks.rules.reading.places import problem_in

_SLIP = re.compile(
    r"\b(?:https?(?::?/(?!/)|//|:(?![/\s]))"  # http:/library, http//library, http:library
    r"|(?!https?://)h?t{1,4}ps?://"  # htttp://, ttp://
    r"|(?!(?:https?|ftp|doi|urn|mailto):)[a-z]{2,6}:/{1,2}(?=[\w-]{1,60}\.)"  # htp:/library.example
    r"|https?://https?[:/])[^\s\[\]<>\"]{1,400}",  # http://https://
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^[ \t]{{0,9}}(?P<address>{_SLIP.pattern})[ \t]{{0,9}}\r?$", re.IGNORECASE | re.MULTILINE
)
_NAMES = (*PAGE_NAMES, "dc.identifier", "jsonld:*.url", "jsonld:*.mainentityofpage")
_HOST = re.compile(
    r"(?=.{1,253}$)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}\.?"
    r"|[0-9a-fA-F:.]{2,45}"  # an IP number
)


def malformed_addresses(subject: Subject) -> Iterator[Problem]:
    """Yields a problem at the malformed address of the cite-as line; without one, at those elsewhere on the page."""
    line, cite_as = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
    slip = _SLIP.search(line.line) if line else None
    if slip and cite_as:
        yield problem_in(subject, "url", cite_as, _message(slip.group()), part=slip.span())
        return
    for name, field in text_fields(subject.record, ("url", "original_url")):
        if _is_malformed(field.value):
            yield problem_in(subject, name, field, _message(field.value))
            return
    yield from _in_lines(subject)
    yield from _in_markup(subject.document)


def _in_lines(subject: Subject) -> Iterator[Problem]:
    document = subject.document
    for labelled in labelled_lines(document, subject.profile):
        if labelled.field in ("url", "original_url") and _SLIP.match(labelled.value):
            span = document.span(labelled.start, labelled.end)
            yield Problem(message=_message(labelled.value), span=span, field=labelled.field)
    for alone in _ALONE.finditer(document.text) if document.entry is None else ():
        span = document.span(*alone.span("address"))
        yield Problem(message=_message(span.exact), span=span, field="url")


def _in_markup(document: Document) -> Iterator[Problem]:
    """Yields a problem at the first address that the page's markup gives of itself and that is malformed."""
    for datum in stated(document, _NAMES):
        if _SLIP.match(datum.value):
            yield Problem(message=_message(datum.value), locator=datum.locator, field="url")
            return


def _message(address: str) -> str:
    return f"The address “{address}” is malformed."


def _is_malformed(address: str) -> bool:
    if is_placeholder(address):
        return False
    parts = parts_of(address if "://" in address else f"http://{address}")
    return (
        parts is None
        or parts.scheme not in ("http", "https", "ftp")
        or not _HOST.fullmatch(parts.hostname or "")
    )

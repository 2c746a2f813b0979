"""Addresses broken over a line or by a space."""

from __future__ import annotations

import re

from citebound.model import Document, Field
from citebound.rules import Subject
from citebound_hooks.describe.cite_as_words import before_access
from citebound_hooks.rules.reading.cite_as import CiteAsLine, cite_as_of

_REST = re.compile(
    r"[ \t\xa0]{0,80}(?:\r?\n[ \t\xa0]{0,80})?(?P<rest>[^\s\[\](),;]{1,400})"
    rf"(?=[ \t\xa0]{{0,9}}(?:,?\s?{before_access()}|\r?\n|$))",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"html?|pdf|aspx?|php", re.IGNORECASE)
_WHOLE = re.compile(r"\w\.(?:html?|pdf|aspx?|php)$", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?[\w-]{1,63}\.[\w.-]{2,200}(?:/|$)")
_NO_PATH = re.compile(r"https?://[^/\s]{1,253}", re.IGNORECASE)
_END_OF_HOST = re.compile(r"[a-z]{2,12}/\S")
_TORN = re.compile(r"\.[a-z]{1,3}$")
_OPEN = ("/", "-", "_", "=", "?", "&", "%")


def is_broken(subject: Subject) -> bool:
    """Tells whether the cite-as line's address is broken; what its first half looks like is no other defect."""
    line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
    return (
        line is not None and field is not None and broken_address(subject.document, field, line) is not None
    )


def broken_address(document: Document, field: Field[str], line: CiteAsLine) -> tuple[int, int, str] | None:
    """Returns where an address and its torn-off rest stand in the text, and the rest; None if it is whole.

    The rest is told by what it is: one run of characters between the address and the date of access or the end of the
    line, and either it has the look of a path (`5ccc3d9a4.html`), or the address ends in the middle of one.
    """
    if field.span is None or line.url is None:
        return None
    return _torn(document, field.span.start + line.url.start, field.span.start + line.url.end)


def broken_labelled_address(document: Document, field: Field[str]) -> tuple[int, int, str] | None:
    """Returns the same of an address behind a label of its own, which the next line may continue."""
    if field.span is None or document.entry is not None:
        return None
    first = field.span.exact.split(maxsplit=1)
    return _torn(document, field.span.start, field.span.start + len(first[0])) if first else None


def _torn(document: Document, start: int, end: int) -> tuple[int, int, str] | None:
    end += document.text.startswith(".", end)  # the dot of a torn extension
    match = _REST.match(document.text, end)
    if match is None or match.start("rest") == end or not _is_rest(document.text[start:end], match["rest"]):
        return None
    return start, match.end("rest"), match["rest"]


def _is_rest(address: str, rest: str) -> bool:
    if address.endswith("://"):
        return bool(_HOST.match(rest))
    if not any(map(str.isalnum, rest)):  # a line of hyphens
        return False
    if rest.lower().startswith(("http", "www.")) or (rest.isalpha() and not rest.islower()):
        return False
    if address.endswith("."):
        return bool(_EXTENSION.fullmatch(rest) or (_NO_PATH.fullmatch(address) and _END_OF_HOST.match(rest)))
    if address.endswith(".htm"):
        return rest == "l"
    return address.endswith(_OPEN) or (not _WHOLE.search(address) and _looks_torn_off(address, rest))


def _looks_torn_off(address: str, rest: str) -> bool:
    """Tells whether the rest has the look of a path, a query or an extension."""
    if _TORN.search(address) and _WHOLE.search(f"{address}{rest}"):
        return True
    if "?" in address and any(mark in rest for mark in "&="):
        return True
    path = re.split(r"[?#]", rest, maxsplit=1)[0]
    inside = "/" in path and any(map(str.isdigit, path))  # a break within a word: `do` + `cid/5ccc3d9a4`
    return inside or rest[0] in "/?&=#-" or bool(_WHOLE.search(f"x{path}"))

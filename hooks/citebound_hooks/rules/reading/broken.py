"""Addresses broken over a line or by a space."""

from __future__ import annotations

import re

from citebound.model import Document, Field
from citebound_hooks.describe.cite_as_words import before_access
from citebound_hooks.rules.reading.cite_as import CiteAsLine

_REST = re.compile(
    r"[ \t\xa0]{0,80}(?:\r?\n[ \t\xa0]{0,80})?(?P<rest>[^\s\[\](),;]{1,400})"
    rf"(?=[ \t\xa0]{{0,9}}(?:,?\s?{before_access()}|\r?\n|$))",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"html?|pdf|aspx?|php", re.IGNORECASE)
_WHOLE = re.compile(r"\w\.(?:html?|pdf|aspx?|php)$", re.IGNORECASE)
_OPEN = ("/", "-", "_", "=", "?", "&", "%")


def broken_address(document: Document, field: Field[str], line: CiteAsLine) -> tuple[int, int, str] | None:
    """Returns where an address and its torn-off rest stand in the text, and the rest; None if it is whole.

    The rest is told by what it is: one run of characters between the address and the date of access or the end of the
    line, and either it has the look of a path (`5ccc3d9a4.html`), or the address ends in the middle of one.
    """
    if field.span is None or line.url is None:
        return None
    start, end = field.span.start + line.url.start, field.span.start + line.url.end
    end += document.text.startswith(".", end)  # the dot of a torn extension
    match = _REST.match(document.text, end)
    if match is None or match.start("rest") == end or not _is_rest(document.text[start:end], match["rest"]):
        return None
    return start, match.end("rest"), match["rest"]


def _is_rest(address: str, rest: str) -> bool:
    if rest.lower().startswith(("http", "www.")) or (rest.isalpha() and not rest.islower()):
        return False
    if address.endswith("."):
        return bool(_EXTENSION.fullmatch(rest))
    if address.endswith(_OPEN):
        return True
    if _WHOLE.search(address):
        return False
    path = re.split(r"[?#]", rest, maxsplit=1)[0]
    inside = "/" in path and any(map(str.isdigit, path))  # a break within a word: `do` + `cid/5ccc3d9a4`
    return inside or rest[0] in "/?&=#-" or bool(_WHOLE.search(f"x{path}"))

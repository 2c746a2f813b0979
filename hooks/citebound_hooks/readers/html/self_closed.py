"""Self-closed elements of XHTML, which HTML knows none of: there, `<script/>` would swallow the rest of the page."""

from __future__ import annotations

import re

# HTML Living Standard, 13.1.2: void elements have no end tag in HTML either.
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
# Ends at the end of the file at the latest, so that no character is looked at twice.
_TAG = re.compile(r"<([A-Za-z][^\s/>\"']*+)(?:[^>\"']++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z)")


def opened_and_closed(source: str) -> str:
    """Returns the source with an end tag for each self-closed element that is not void, for the parser."""
    return _TAG.sub(lambda tag: f"{tag[0][:-2]}></{tag[1]}>" if _is_self_closed(tag) else tag[0], source)


def renamed(source: str) -> str:
    """Returns the source, of the same length, with other names for such elements, for the search of text runs."""
    return _TAG.sub(lambda tag: f"<x{tag[0][2:]}" if _is_self_closed(tag) else tag[0], source)


def _is_self_closed(tag: re.Match[str]) -> bool:
    return tag[0].endswith("/>") and tag[1].lower() not in _VOID

"""Source to element tree, with nothing lost in silence."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from citebound.errors import NoTextError

_FATAL = 3  # xmlErrorLevel
_REPLACEMENT = "\ufffd".encode()


class Parsed(NamedTuple):
    """The tree of a page, and what of it the parser could not read, if anything."""

    root: etree._Element
    note: str | None


def parse(source: bytes) -> Parsed:
    """Parses a page in UTF-8. Comments and processing instructions are left out, U+0000 stands as U+FFFD.

    Raises:
        NoTextError: If the page has no element.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(source.replace(b"\0", _REPLACEMENT), parser)
    except etree.XMLSyntaxError as error:
        raise NoTextError("the page holds no text") from error
    if root is None:
        raise NoTextError("the page holds no text")
    fatal = next((entry for entry in parser.error_log if entry.level == _FATAL), None)
    return Parsed(root, fatal and f"not wholly read: {fatal.message.split(',')[0]}, in line {fatal.line}")

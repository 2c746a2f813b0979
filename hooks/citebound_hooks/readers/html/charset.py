"""The encoding that an HTML file declares in its head."""

from __future__ import annotations

import re

# HTML Living Standard, 13.2.3.2: browsers look at the first 1024 bytes; real pages put it a little later.
_PRESCAN = 4096
_META = re.compile(rb"<meta[^>]{0,500}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([A-Za-z0-9_:.\-]{2,40})", re.I)
_XML = re.compile(
    rb"\A\s{0,20}<\?xml[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([A-Za-z0-9_:.\-]{2,40})", re.I
)


def declared_charset(content: bytes) -> str | None:
    """Returns the encoding named by `<meta charset>`, `http-equiv` or the XML declaration, if any.

    A file in which such a declaration can be read byte by byte cannot be UTF-16, whatever it says: the standard
    takes it for UTF-8. A file that is valid UTF-8 beyond ASCII is UTF-8, whatever single-byte set it names.
    """
    head = content[:_PRESCAN]
    found = _META.search(head) or _XML.search(head)
    if not found:
        return None
    label = found[1].decode("ascii").lower()
    return "utf-8" if label.startswith(("utf-16", "utf16", "ucs-2", "unicode")) else label


def is_utf8_beyond_ascii(content: bytes) -> bool:
    """Whether the bytes are valid UTF-8 with at least one character beyond ASCII."""
    if content.isascii():
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

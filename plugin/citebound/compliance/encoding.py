"""Encodes a corrected file as the original was: not a byte changed outside the edits."""

from __future__ import annotations

from citebound.media_types import BYTE_ORDER_MARKS

_WITHOUT_MARK = ("utf-8", "cp1252", "cp1251", "cp1250", "iso8859-15", "utf-16-le", "utf-16-be", "gb18030")


def encode_like(content: bytes, before: str, after: str) -> bytes | None:
    """Returns the corrected file in the encoding of the original.

    Args:
        content: The original bytes.
        before: What they were decoded to, without a byte-order mark.
        after: The corrected text.

    Returns:
        The bytes; None if no encoding gives back the original exactly, or the correction does not fit into it.
    """
    marked = [(mark, name) for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)]
    for mark, name in [*marked, *((b"", name) for name in _WITHOUT_MARK)]:
        try:
            if mark + before.encode(name) == content:
                return mark + after.encode(name)
        except UnicodeEncodeError:
            continue
    return None

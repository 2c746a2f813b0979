"""Bytes changed in place, or put before or behind the file: none of its parts hang on them.

A file that is as long as rendered and differs in a few bytes was not written anew. What stands before the beginning or
behind the end can be another file, which another program opens.
"""

from __future__ import annotations

import re

_FEW = 100  # one byte in a hundred: a file that was written anew differs nearly everywhere
_OBJECT = re.compile(rb"(\d{1,9}) \d{1,5} obj\b")
_WINDOW = 4096
_BLANK = b"\0\t\n\f\r "


def added_around(content: bytes, rendered: bytes, end: int) -> str | None:
    """Returns the place of bytes that are no part of the PDF; None if there are none but blanks.

    Args:
        content: The finished file.
        rendered: The same briefing rendered anew.
        end: Where the last revision of the file ends.
    """
    if not content.startswith(b"%PDF-"):
        return "byte 0, before its beginning"
    end = min(end, len(rendered)) if content.startswith(rendered) else end
    return f"byte {end}, behind its end" if content[end:].strip(_BLANK) else None


def change_in_place(content: bytes, rendered: bytes) -> str | None:
    """Returns the place of the first byte that differs; None if the file was laid out anew."""
    if len(content) != len(rendered):
        return None
    differing = [at for at, (one, other) in enumerate(zip(content, rendered, strict=True)) if one != other]
    if not differing or len(differing) * _FEW > len(rendered):
        return None
    return f"byte {differing[0]}{_within(rendered, differing[0])}"


def _within(rendered: bytes, at: int) -> str:
    """Names the object that the place lies in, or that it lies behind all of them."""
    if at >= rendered.rfind(b"\nxref"):
        return ", in the table of its objects"
    end = rendered.rfind(b" obj", 0, at) + len(b" obj")
    found = _OBJECT.findall(rendered, max(0, end - _WINDOW), end)
    return f", in object {found[-1].decode()}" if found else ""

"""Bytes changed in place: a file that is as long as rendered and differs in a few of them was not written anew."""

from __future__ import annotations

import re

_FEW = 100  # one byte in a hundred: a file that was written anew differs nearly everywhere
_OBJECT = re.compile(rb"(\d{1,9}) \d{1,5} obj\b")
_WINDOW = 4096


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

"""Numbers and strings as PDF syntax writes them (ISO 32000-1, 7.3)."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=16_384)
def number(value: float) -> str:
    """Writes a measure with at most two decimals, and never an exponent."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text if text != "-0" else "0"


def numbers(*values: float) -> str:
    """Writes several measures with blanks between them."""
    return " ".join(map(number, values))


def text_string(text: str) -> str:
    """Writes a text string in UTF-16BE, hexadecimal, with its byte-order mark."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def string(text: str) -> str:
    """Writes a text string legibly if it is ASCII."""
    if not text.isascii() or not text.isprintable():
        return text_string(text)
    return f"({text.translate(_ESCAPED)})"


_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})

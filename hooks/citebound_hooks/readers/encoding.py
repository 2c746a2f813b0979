"""Bytes to text: byte-order mark, declared encoding, UTF-8, recognition; in this order."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from typing import NamedTuple

from citebound.errors import UnsupportedError
from citebound.media_types import BYTE_ORDER_MARKS
from citebound_hooks.language.identification import identify_language

# Python calls these encodings of text; they are escapes, or (punycode) take quadratic time.
_REFUSED = {"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}
# What a browser reads for a declared label (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS_READ = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_DAMAGE = 0.3  # largest share of broken sequences among all non-ASCII bytes of a damaged UTF-8 file
_HEAD = 4096
_GIVE = "give a text, HTML, PDF or DOCX file"
_FEW_CONTROLS = 16  # which a text may have whatever its length
_MOST_CONTROLS = 0.01  # share of all characters
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_ZEROS = 0.7  # share of zeros among every second byte
# Encodings of one byte a character, and the languages that were written in them. Recognition by the frequency of
# letters mistakes short texts (French in Windows-1252 for Windows-1250); the language decides better.
_BY_LANGUAGE = {
    "cp1252": {"en", "fr", "es", "de", "pt", "it", "nl", "sv"},
    "cp1250": {"pl"},
    "cp1251": {"ru", "uk"},
    "koi8-r": {"ru"},
    "cp1254": {"tr"},
    "cp1256": {"ar", "fa"},
}
_CANDIDATES = [
    "utf_8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_9", "iso8859_15", "mac_roman",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf_16_le", "utf_16_be",
]  # fmt: skip


class Decoded(NamedTuple):
    """A decoded file.

    Attributes:
        text: Its text without the byte-order mark.
        note: What was lost on the way, if anything.
        in_utf8: Whether the bytes are this very text in UTF-8.
    """

    text: str
    note: str | None = None
    in_utf8: bool = False


def decode(content: bytes, declared: Sequence[str | None] = ()) -> Decoded:
    """Decodes a file; no character of the text is changed afterwards, line ends stay.

    Args:
        content: The file's bytes.
        declared: Encodings that a transport or the file itself names, the most trusted first.

    Raises:
        UnsupportedError: If the bytes are no text: no encoding fits, or they are full of control characters.
    """
    decoded = _decoded(content, declared)
    narrow = decoded.text.encode("utf-8") if b"\0" in content else content  # UTF-16 is full of zeros
    controls = len(narrow) - len(narrow.translate(None, _CONTROLS))
    if controls > max(_FEW_CONTROLS, _MOST_CONTROLS * len(decoded.text)):
        raise UnsupportedError(f"not a text: it is full of control characters; {_GIVE}")
    return decoded


def _decoded(content: bytes, declared: Sequence[str | None]) -> Decoded:
    for mark, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _with_damage(content[len(mark) :], name)
    if wide := _without_mark(content):
        return _with_damage(content, wide)
    codecs_declared = [codec for label in declared if label and (codec := codec_of(label))]
    for codec in [*codecs_declared, "utf-8"]:
        try:
            return Decoded(content.decode(codec), in_utf8=codec == "utf-8")
        except UnicodeError:
            continue
    if "utf-8" in codecs_declared and _mostly_utf8(content):
        return _with_damage(content, "utf-8")
    return _recognised(content)


def codec_of(label: str) -> str | None:
    """Returns Python's name of the encoding that browsers read for a label; None if it is none of a text."""
    try:
        info = codecs.lookup(label.strip().lower())
    except (LookupError, ValueError):
        return None
    if info.name in _REFUSED or not getattr(info, "_is_text_encoding", True):
        return None
    return _AS_BROWSERS_READ.get(info.name, info.name)


def _without_mark(content: bytes) -> str | None:
    """Returns the UTF-16 of bytes without a mark: in a European language, every second byte of it is zero."""
    head = content[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) or max(even, odd) < _ZEROS * (len(head) // 2) or len(head) < 2:
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _with_damage(content: bytes, codec: str) -> Decoded:
    text = content.decode(codec, errors="replace")
    lost = text.count("\ufffd")
    many = "1 place is" if lost == 1 else f"{lost} places are"
    note = f"{many} not valid {codec.upper()}; U+FFFD stands there instead"
    return Decoded(text, note if lost else None)


def _mostly_utf8(content: bytes) -> bool:
    """Whether a file that is no valid UTF-8 is damaged UTF-8 rather than another encoding."""
    beyond_ascii = len(content) - len(content.translate(None, _BEYOND_ASCII))
    return content.decode("utf-8", errors="replace").count("\ufffd") <= _DAMAGE * beyond_ascii


def _recognised(content: bytes) -> Decoded:
    for codec, languages in _BY_LANGUAGE.items():
        text = content.decode(codec, errors="replace")
        if "\ufffd" not in text and identify_language(text) in languages:
            return Decoded(text, f"no encoding is declared; read as {codec}")
    return _recognised_by_letters(content)


def _recognised_by_letters(content: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    match = from_bytes(content, cp_isolation=_CANDIDATES).best()
    if match is None or (b"\0" in content and not match.encoding.startswith("utf_16")):
        raise UnsupportedError(f"not a text: its bytes fit no encoding; {_GIVE}")
    text = str(match)
    return Decoded(text, f"no encoding is declared; read as {match.encoding}")

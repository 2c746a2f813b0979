"""Words as they were before markup or a wrong encoding got into them."""

from __future__ import annotations

import re
from html import unescape

# Elements of HTML and JATS; other words between angle brackets may be the title's own ("The <Sic> Law").
_ELEMENTS = (
    "a abbr article b big blockquote bold body br center cite code dd del div dl dt em font footer h1 h2 h3 h4 h5 h6"
    " head header hr html i img ins italic label li link mark nobr ol p pre q s sc script section small span strike"
    " strong style sub sup table tbody td th title tr tt u ul wbr"
)
_TAG = re.compile(rf"</?(?:{'|'.join(_ELEMENTS.split())})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_MOJIBAKE = re.compile(
    r"[ÂÃÐÑâãØÙð][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]{1,3}"
    r"|[ÄÅÎÏ][\x80-\xbf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ¡-¿]|(?<=\w)[ÄÅ]‘(?=\w)"  # Ä–Z is a range, not mojibake
    r"|(?<=[a-zß-öø-ÿ0-9.,;:!?)\"'’”])Â(?=[ \t])"  # a no-break space, whose second byte became a plain one
    r"|â€(?=[\s.,;:)]|$)"  # a closing quotation mark, whose third byte no table has
)
_TORN = {"Â": "", "â€": "”"}


def markup_in(text: str) -> re.Match[str] | None:
    """Returns the first tag or character reference in a text."""
    return _TAG.search(text) or _ENTITY.search(text)


def without_markup(text: str) -> str:
    """Returns a text without tags, its character references resolved."""
    bare = _TAG.sub("", text) if "<" in text else text
    return _ENTITY.sub(lambda match: unescape(match.group()), bare) if "&" in bare else bare


def mojibake_in(text: str) -> re.Match[str] | None:
    """Returns the first run of characters that is UTF-8 read as Windows-1252, or lost its character altogether."""
    for match in _MOJIBAKE.finditer(text):
        if _decoded(match.group()) != match.group():
            return match
    return re.search("\ufffd", text)


def without_mojibake(text: str) -> str:
    """Returns a text whose runs of UTF-8 read as Windows-1252 are decoded again."""
    return text if text.isascii() else _MOJIBAKE.sub(lambda match: _decoded(match.group()), text)


def repaired(text: str) -> str:
    """Returns a text without markup and mojibake."""
    return without_markup(without_mojibake(text))


def _decoded(run: str) -> str:
    """The longest beginning of the run that decodes, decoded, and the rest as it is."""
    if run in _TORN:
        return _TORN[run]
    for end in range(len(run), 1, -1):
        try:
            return bytes(map(_byte, run[:end])).decode("utf-8") + run[end:]
        except (UnicodeDecodeError, UnicodeEncodeError):
            continue
    return run


def _byte(mark: str) -> int:
    """The byte that Windows-1252 (or, where it has none, Latin-1) reads as this character."""
    return ord(mark) if ord(mark) < 0x100 else mark.encode("cp1252")[0]

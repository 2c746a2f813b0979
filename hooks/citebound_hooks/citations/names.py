"""Reads the name that begins at a place of running text: "the Mauritanian Sahara Media" gives "Sahara Media"."""

from __future__ import annotations

import re

from citebound.calendar.names import month_names, weekday_names
from citebound_hooks.citations.lexicon import words

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:(?:al|el|an|as|ash|ul|l|d)[-‑'’])?{_UPPER}[\w'’.&‑-]{{0,30}}"
_INNER = r"(?:(?:of|for|of\sthe|for\sthe|de|du|des|la|le|les|el|al|en)\s)"
NAME = rf"{_WORD}(?:\s{_INNER}{{0,2}}{_WORD}){{0,8}}"
_NAME = re.compile(NAME)
_ELIDED = re.compile(r"[ld]['’](?=[^\W\d_a-z]{2,}(?!\w)|Agence)")
_LEAD = re.compile(r"[\s\"“«]*([^\s,;.()\"“”«»]{1,30})")
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "un", "une", "its", "their", "his", "her"})
_OWNED = ("-based", "-owned", "-run", "-backed", "-funded", "-language")
_MOST_LEADS = 8


def read_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Returns where the name stands that begins at `start`, without article, nation and description; else None."""
    place, nation = start, None
    for _ in range(_MOST_LEADS):
        lead = _LEAD.match(text, place, end)
        if lead is None or not _is_lead(lead[1]):
            break
        nation = lead.start(1) if lead[1] in words().demonyms else None if nation is None else nation
        place = lead.end()
    name = _NAME.match(text, _past_marks(text, place, end), end)
    if name is None:
        return None
    begin, stop = name.start(), _cut(text, *name.span())
    elided = _ELIDED.match(text, begin, stop)
    begin = elided.end() if elided else begin
    if nation is not None and _is_generic(text[begin:stop]):
        begin = nation
    return (begin, stop) if stop > begin else None


def _is_lead(word: str) -> bool:
    if word in words().demonyms or word.endswith(_OWNED):
        return True
    if word.endswith(("'s", "’s")) and word[0].isupper():
        return True
    return word in _ARTICLES or word in words().descriptors


def _past_marks(text: str, place: int, end: int) -> int:
    while place < end and (text[place].isspace() or text[place] in '"“«'):
        place += 1
    return place


def _cut(text: str, start: int, end: int) -> int:
    """Ends a name before a month or weekday, at a genitive, and without a full stop."""
    stop = start
    for word in re.finditer(r"\S+", text[start:end]):
        plain = word.group().strip(".,'’").casefold()
        if (plain in month_names() and plain != "mar") or plain in weekday_names():
            break
        stop = start + word.end()
        if word.group().endswith(("'s", "’s")):
            return stop - 2
    found = text[start:stop].rstrip()
    return start + len(found) - (found.endswith(".") and "." not in found[:-1])


def _is_generic(name: str) -> bool:
    return all(word.casefold() in words().generic or word in words().demonyms for word in name.split())

"""Addresses cited in the text of a page, with the words of the citation before each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from citebound.dates import date_of, find_dates
from citebound.model import Date
from citebound_hooks.describe.cite_as_words import before_access
from citebound_hooks.rules.reading.dates import agree
from citebound_hooks.rules.reading.words import folded

ADDRESS = re.compile(r"https?://[^\s<>\"\[\]{}|\\^`]{4,2000}", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«]([^“”\"«»\n]{3,300})[”\"»]")
_ACCESS = re.compile(rf"{before_access()}|retrieved", re.IGNORECASE)
_UNDATED = re.compile(r"\b(?:n\.\s?d|s\.\s?d|o\.\s?[DJ])\.[\s,;(\[]{0,5}$")
_LEAD = 400  # characters of a citation before its address
_WORDS_AFTER_DATE = 4  # "available at"; a date further away is not the citation's


class CitedAddress(NamedTuple):
    """An address with what its citation says.

    Attributes:
        key: The address without scheme, `www.` and a slash at the end.
        words: The words of the citation before it, folded, without dates.
        title: The words between quotation marks, folded; empty if there are none.
        date: The last date before the address, if it stands right before it.
        undated: Whether "n.d." stands there instead.
    """

    start: int
    end: int
    key: str
    words: tuple[str, ...]
    title: tuple[str, ...]
    date: Date | None
    undated: bool = False


def cited_addresses(text: str) -> Iterator[CitedAddress]:
    """Yields the addresses that stand more than once in a text, each with the citation on its line."""
    matches = [(match, key_of(match.group())) for match in ADDRESS.finditer(text)]
    count = Counter(key for _, key in matches)
    for match, key in matches:
        if count[key] > 1:
            begin = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _LEAD)
            yield _cited(
                text[begin : match.start()], match.start(), match.start() + address_length(match.group()), key
            )


def contradiction(one: CitedAddress, other: CitedAddress) -> str | None:
    """Returns what two citations of one address say differently: `date` or `title`; None if nothing."""
    if one.date and other.date and not agree(one.date, other.date):
        return "date"
    if one.title and other.title:
        return "title" if one.title != other.title else None
    both = (
        all(each.date or each.undated for each in (one, other)) and min(len(one.words), len(other.words)) >= 4
    )
    return "title" if both and not set(one.words) & set(other.words) else None


def _cited(lead: str, start: int, end: int, key: str) -> CitedAddress:
    before = lead[: found.start()] if (found := _ACCESS.search(lead)) else lead
    date, words = None, before
    for printed in find_dates(before):
        if printed.parts.year is not None and len(folded(before[printed.end :])) <= _WORDS_AFTER_DATE:
            date = date_of(before[printed.start : printed.end], printed.parts, printed.until)
            words = before[: printed.start]
    quoted = _QUOTED.search(before)
    return CitedAddress(
        start,
        end,
        key,
        folded(words),
        folded(quoted[1]) if quoted else (),
        date,
        date is None and bool(_UNDATED.search(before)),
    )


def address_length(address: str) -> int:
    """Returns how much of an address is its own: what closes the sentence behind it is not."""
    return len(address.rstrip(".,;:)'’”"))


def key_of(address: str) -> str:
    """Returns an address without scheme, `www.` and a slash at the end: what makes two addresses one."""
    return address[: address_length(address)].partition("://")[2].removeprefix("www.").rstrip("/").lower()

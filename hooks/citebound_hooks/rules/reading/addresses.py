"""Addresses of a page: which there are, and what their parts say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from citebound.dates import parse_date
from citebound.model import Date, Document, SourceRecord

_DOCID = re.compile(r"/docid/([0-9a-f]{6,16})\b", re.IGNORECASE)
_NUMBER, _DIGITS = re.compile(r"\d+"), 3  # a version or a page has fewer digits
_EXTENSION = re.compile(r"\.[a-z]{2,5}$")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH = re.compile(r"/((?:19|20)\d\d)(?:/(0[1-9]|1[0-2])(?=/|$)|_(0[1-9]|1[0-2])(?=_))")
_ARCHIVED = re.compile(
    r"(?:web\.archive\.org/web|archive\.(?:is|ph|today|li|md)|wayback\.archive-it\.org/\d{1,9})/(\d{8})\d{0,6}(?:[a-z]{2}_)?/(\S{1,2000})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}/\S{1,2000}", re.IGNORECASE
)
PAGE_NAMES = ("link:canonical", "og:url", "citation_public_url", "citation_abstract_html_url", "jsonld:url")


class Archived(NamedTuple):
    """An archived copy: the day that it was made and the address that it is of."""

    day: Date
    address: str


@lru_cache(maxsize=256)
def parts_of(address: str) -> SplitResult | None:
    """Returns the parts of an address; None if it is none."""
    try:
        parts = urlsplit(address.strip())
        return parts if parts.hostname else None
    except ValueError:
        return None


def is_address(text: str) -> bool:
    """Tells whether a text is nothing but an address."""
    return bool(_ADDRESS.fullmatch(text.strip()))


def host_of(address: str) -> str:
    """Returns the host in lower case without `www.`; empty if there is none."""
    parts = parts_of(address if "://" in address else f"http://{address}")
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def docid_of(address: str) -> str | None:
    """Returns the document id of an old Refworld address."""
    match = _DOCID.search(address)
    return match[1].lower() if match else None


def document_numbers(one: str, other: str) -> tuple[str, str] | None:
    """Returns the numbers that make two addresses of one host those of two documents; None where nothing says so.

    These are docids, and numbers or symbols in otherwise equal paths: two ways to one document rarely differ in a
    number alone.
    """
    if host_of(one) != host_of(other):
        return None
    ids = docid_of(one), docid_of(other)
    if ids[0] and ids[1]:
        return (ids[0], ids[1]) if ids[0] != ids[1] else None
    first, second = _path_of(one), _path_of(other)
    if _NUMBER.sub("0", first) != _NUMBER.sub("0", second):
        return None
    pairs = zip(_NUMBER.findall(first), _NUMBER.findall(second), strict=True)
    return next(((a, b) for a, b in pairs if a != b and max(len(a), len(b)) >= _DIGITS), None)


def are_neighbours(one: str, other: str) -> bool:
    """Tells two addresses of one folder whose last parts differ: a hint that they are of two documents.

    The forms of one document (`report` and `report.pdf`), and the folder itself, are no neighbours.
    """
    if host_of(one) != host_of(other):
        return False
    (folder, _, name), (other_folder, _, other_name) = (
        _path_of(each).rpartition("/") for each in (one, other)
    )
    stems = _EXTENSION.sub("", name), _EXTENSION.sub("", other_name)
    return bool(folder) and folder == other_folder and all(stems) and stems[0] != stems[1]


def _path_of(address: str) -> str:
    parts = parts_of(address if "://" in address else f"http://{address}")
    return parts.path.rstrip("/").lower() if parts else ""


def day_of_docid(docid: str) -> Date | None:
    """Returns the day of ingest that the first eight digits of a docid tell, as Unix time; None before 2000.

    Observed on Refworld pages; a hint and no proof.
    """
    seconds = int(docid[:8], 16) if len(docid) >= 8 else 0
    if seconds < 946_684_800:
        return None
    day = datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
    return Date(raw=day, iso=day, precision="day")


def date_in(address: str) -> Date | None:
    """Returns the day, or the month, that the path of an address states."""
    copy = archived_in(address)
    path = copy.address if copy else address
    day = _DAY.search(path)
    if day:
        return parse_date("-".join(day.groups()))
    month = _MONTH.search(path)
    return parse_date("-".join(filter(None, month.groups()))) if month else None


def archived_in(address: str) -> Archived | None:
    """Returns what an archive's address says of the copy; None for other addresses."""
    match = _ARCHIVED.search(address)
    if match is None:
        return None
    day = parse_date(f"{match[1][:4]}-{match[1][4:6]}-{match[1][6:8]}")
    return Archived(day, match[2]) if day and day.iso else None


def archived_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yields begin, end and words of each archive's address in a text."""
    if "archive" not in text:
        return
    for match in _ARCHIVED.finditer(text):
        end = match.start() + len(match.group().rstrip(".,;:)]>'’”"))
        yield match.start(), end, text[match.start() : end]


_LABELLED = re.compile(
    r"^[ \t]{0,9}(?:URL|Address|Web address|Adresse|Permalink)[ \t]{0,3}:[ \t]{0,9}(?P<address>https?://[^\s<>\"]{4,2000})",
    re.IGNORECASE | re.MULTILINE,
)


@lru_cache(maxsize=8)
def _labelled(text: str) -> tuple[str, ...]:
    return tuple(match["address"] for match in _LABELLED.finditer(text)) if "://" in text else ()


def page_addresses(document: Document, record: SourceRecord) -> Iterator[str]:
    """Yields the addresses that the page gives of itself outside its cite-as line."""
    for datum in document.metadata:
        if datum.name in PAGE_NAMES:
            yield datum.value
    yield from _labelled(document.text)
    url, line = record.fields.url, record.fields.cite_as
    if url and not (line and line.span and url.span and line.span.contains(url.span)):
        yield url.value

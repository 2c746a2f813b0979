"""A record as CSL-JSON (Citation Style Language 1.0.2 data), for Zotero, Pandoc and citeproc.

An author is given as a literal name: which part of a name is the family's is not guessed, unless a comma says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from citebound.formats import Given, OutputContext
from citebound.model import Date, SourceRecord
from citebound_hooks.formats.reference import Reference, date_parts, reference_of, references_of


def write(record: SourceRecord, context: OutputContext) -> str:
    """Returns a JSON array with one item."""
    return _array([reference_of(record)])


def write_several(given: Sequence[Given]) -> str:
    """Returns a JSON array with one item a record."""
    return _array(references_of(given))


def _array(references: Sequence[Reference]) -> str:
    return json.dumps([_item(each) for each in references], indent=2, ensure_ascii=False) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    item = {
        "id": reference.key,
        "type": "article-magazine" if reference.in_issue else "report",
        "title": reference.title,
        "author": [_name(author) for author in reference.authors],
        "issued": _date(reference.published),
        "publisher": reference.publisher,
        "container-title" if reference.in_issue else "collection-title": reference.series,
        "volume": reference.volume,
        "issue": reference.issue,
        "number": reference.symbol,
        "URL": reference.url,
        "accessed": _date(reference.accessed),
        "language": reference.language,
        "keyword": ", ".join(reference.topics),
    }
    return {name: value for name, value in (item | _republished(reference)).items() if value}


def _republished(reference: Reference) -> dict[str, Any]:
    if not reference.republisher:
        return {}
    return {
        "archive": reference.republisher,
        "original-publisher": reference.publisher,
        "original-date": _date(reference.published),
        "custom": {"republisher": reference.republisher}
        | ({"original-url": reference.original_url} if reference.original_url else {}),
    }


def _name(author: str) -> dict[str, str]:
    family, comma, given = author.partition(", ")
    return {"family": family, "given": given} if comma and "," not in given else {"literal": author}


def _date(date: Date | None) -> dict[str, Any]:
    if date is None:
        return {}
    return {"date-parts": date_parts(date)} if date.iso else {"literal": date.raw}

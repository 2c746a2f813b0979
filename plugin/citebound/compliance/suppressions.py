"""Finds suppressions in a file, and marks the findings that they cover.

In the file: `citebound: ignore CIT004 until 2026-12-31: the author asked for it`. On a line of its own it speaks of
the next line (in a reference list, of the entry that begins there), else of its own line; `ignore-file` speaks of the
whole file. In HTML and Markdown put it in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from msgspec.structs import replace

from citebound.compliance.line_starts import line_of
from citebound.model import Document, Finding, Suppression
from citebound.source_date import source_date

_DIRECTIVE = re.compile(
    r"citebound:[ \t]{0,9}(?P<scope>ignore-file|ignore)[ \t]{1,9}"
    r"(?P<codes>[A-Za-z]{3}\d{0,3}(?:[ \t]{0,9},[ \t]{0,9}[A-Za-z]{3}\d{0,3}){0,99})"
    r"(?:[ \t]{1,9}until[ \t]{1,9}(?P<until>\d{4}-\d{2}-\d{2}))?"
    r"(?:[ \t]{0,9}(?!-->)[:–—-][ \t]{0,9}(?P<reason>[^\r\n]{0,500}?))?[ \t]{0,9}(?=-->|\r|\n|$)"
)

_MEANT = re.compile(r"(?:^|[\s<!#%/*-])citebound:[ \t]{0,9}ignore(?:-file)?(?![\w-])")


def suppressions_in(document: Document) -> tuple[Suppression, ...]:
    """Returns the suppressions that stand in the decoded file."""
    source = document.text if document.source is None else document.source
    found = _in_file(source)
    if not found or document.entry is None:
        return found
    start = document.source_offset(0)
    first = None if start is None else line_of(source, start)
    return tuple(_of_entry(each, first) for each in found)


@lru_cache(maxsize=2)
def _in_file(source: str) -> tuple[Suppression, ...]:
    """The suppressions of a file, read once for all entries of a reference list."""
    if "citebound:" not in source:
        return ()
    lines = enumerate(source.split("\n"), 1)
    found = (_in_line(number, line) for number, line in lines if "citebound:" in line)
    return tuple(filter(None, found))


def _in_line(number: int, line: str) -> Suppression | None:
    match = _DIRECTIVE.search(line)
    if match is not None and _is_day(match["until"]):
        return _suppression(match, number, line)
    if match is not None:
        return Suppression(codes=(), place=number, fault=f"{match['until']} is no day of the calendar")
    meant = _MEANT.search(line)
    return Suppression(codes=(), place=number, fault="it names no rule, or no day") if meant else None


def _is_day(until: str | None) -> bool:
    try:
        return until is None or bool(date.fromisoformat(until))
    except ValueError:
        return False


def _of_entry(suppression: Suppression, first: int | None) -> Suppression:
    """In a reference list a suppression on the line before an entry speaks of the whole entry."""
    stands_above = first is not None and suppression.line == first and suppression.place == first - 1
    return replace(suppression, line=None) if stands_above else suppression


def suppress(
    findings: Sequence[Finding], suppressions: Iterable[Suppression]
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """Marks the findings that a suppression covers.

    Returns:
        All findings, and the suppressions, those that served marked as used, those past their day as expired.
    """
    today = _today()
    known = [replace(each, expired=bool(each.until and each.until < today)) for each in suppressions]
    used: set[int] = set()
    marked = []
    for finding in findings:
        at = next((n for n, each in enumerate(known) if each.covers(finding.code, finding.line)), None)
        if at is None:
            marked.append(finding)
        else:
            used.add(at)
            marked.append(replace(finding, status="suppressed", justification=known[at].reason))
    return tuple(marked), tuple(replace(each, used=n in used) for n, each in enumerate(known))


def _suppression(match: re.Match[str], number: int, line: str) -> Suppression:
    alone = not line.replace(match.group(), "").strip(" \t<!->#*/%")
    here = number + 1 if alone else number
    return Suppression(
        codes=tuple(code.strip().upper() for code in match["codes"].split(",")),
        reason=(match["reason"] or "").strip() or None,
        until=match["until"],
        line=None if match["scope"] == "ignore-file" else here,
        place=number,
    )


def _today() -> str:
    """Today's ISO date; `SOURCE_DATE_EPOCH` stands in for the clock where it is set."""
    return (source_date() or datetime.now(UTC)).date().isoformat()

"""Finds suppressions in a file, and marks the findings that they cover.

In the file: `citebound: ignore CIT004 until 2026-12-31: the author asked for it`. On a line of its own it speaks of
the next line, else of its own line; `ignore-file` speaks of the whole file. In HTML and Markdown put it in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from citebound.model import Document, Finding, Suppression
from citebound.source_date import source_date

_DIRECTIVE = re.compile(
    r"citebound:[ \t]{0,9}(?P<scope>ignore-file|ignore)[ \t]{1,9}"
    r"(?P<codes>[A-Za-z]{3}\d{0,3}(?:[ \t]{0,9},[ \t]{0,9}[A-Za-z]{3}\d{0,3}){0,99})"
    r"(?:[ \t]{1,9}until[ \t]{1,9}(?P<until>\d{4}-\d{2}-\d{2}))?"
    r"(?:[ \t]{0,9}(?!-->)[:–—-][ \t]{0,9}(?P<reason>[^\r\n]{0,500}?))?[ \t]{0,9}(?=-->|\r|\n|$)"
)


def suppressions_in(document: Document) -> tuple[Suppression, ...]:
    """Returns the suppressions that stand in the decoded file."""
    source = document.text if document.source is None else document.source
    if "citebound:" not in source:
        return ()
    return tuple(
        _suppression(match, number, line)
        for number, line in enumerate(source.split("\n"), 1)
        if (match := _DIRECTIVE.search(line))
    )


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
    alone = not line.replace(match.group(), "").strip(" \t<!->#*/")
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

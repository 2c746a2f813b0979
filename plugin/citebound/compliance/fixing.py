"""Puts the fixes of findings into the text of a file."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from citebound.model import Edit, Finding


class Fixed(NamedTuple):
    """A text with fixes in it.

    Attributes:
        text: The new text of the file.
        applied: The findings whose fix is in it. Where two fixes touch the same place, the first one is; a second
            run applies the other one if it still holds.
    """

    text: str
    applied: tuple[Finding, ...]


def apply_fixes(text: str, findings: Iterable[Finding]) -> Fixed:
    """Applies the fixes of the new findings to a decoded file; each fix wholly or not at all.

    Args:
        text: The decoded file that the findings speak of.
        findings: Findings of that file, in the order in which they win over each other.
    """
    taken: list[tuple[int, int, str]] = []
    applied: list[Finding] = []
    for finding in findings:
        if finding.fix is None or finding.status != "new":
            continue
        edits = [_key(edit) for edit in finding.fix.edits]
        if not any(_clashes(edit, taken) for edit in edits):
            for edit in dict.fromkeys(edits):
                if edit not in _neighbours(edit, taken):
                    insort(taken, edit)
            applied.append(finding)
    return Fixed(_edited(text, taken), tuple(applied))


def _key(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, edit.replacement


def _neighbours(edit: tuple[int, int, str], taken: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The edits beside the place; since none of them overlap, no others can touch it."""
    at = bisect_left(taken, edit)
    return taken[max(at - 1, 0) : at + 2]


def _clashes(edit: tuple[int, int, str], taken: list[tuple[int, int, str]]) -> bool:
    """Whether an edit shares a character with another one, or is another insertion at one place."""
    start, end, _ = edit
    return any(
        other != edit and (other[0] == start or (start < other[1] and other[0] < end))
        for other in _neighbours(edit, taken)
    )


def _edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, replacement in edits:
        pieces += [text[at:start], replacement]
        at = end
    return "".join([*pieces, text[at:]])

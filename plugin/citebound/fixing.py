"""Puts the fixes of findings into the text of a file."""

from __future__ import annotations

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
    taken: list[Edit] = []
    applied: list[Finding] = []
    for finding in findings:
        if finding.fix is None or finding.status != "new":
            continue
        if not any(_clash(edit, other) for edit in finding.fix.edits for other in taken):
            taken.extend(edit for edit in finding.fix.edits if edit not in taken)
            applied.append(finding)
    return Fixed(_edited(text, taken), tuple(applied))


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits share a character, or are different insertions at one place."""
    if one == other:
        return False
    if one.start == other.start:
        return True
    return one.start < other.end and other.start < one.end


def _edited(text: str, edits: Iterable[Edit]) -> str:
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda each: each.start):
        pieces += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*pieces, text[at:]])

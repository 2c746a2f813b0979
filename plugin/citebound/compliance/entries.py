"""Puts together what was found in the entries of one file, each of which is a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from citebound.model import Finding

_OF_THE_FILE = "CFG"


def of_one_file(findings: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
    """Returns the findings of a file, those on its suppressions and decisions once.

    Suppressions stand in the file or beside it, and each entry meets all of them: what is wrong with one is found at
    every entry, and one that only some entries have no use for is used.
    """
    if len(findings) < 2:
        return tuple(finding for entry in findings for finding in entry)
    met = Counter(_key(each) for entry in findings for each in set(filter(_is_of_the_file, entry)))
    first: dict[tuple[str, int | None, str], int] = {}
    for number, entry in enumerate(findings):
        for each in filter(_is_of_the_file, entry):
            first.setdefault(_key(each), number)
    return tuple(
        each
        for number, entry in enumerate(findings)
        for each in entry
        if not _is_of_the_file(each) or (met[_key(each)] == len(findings) and first[_key(each)] == number)
    )


def _is_of_the_file(finding: Finding) -> bool:
    return finding.code.startswith(_OF_THE_FILE)


def _key(finding: Finding) -> tuple[str, int | None, str]:
    return finding.code, finding.line, finding.message

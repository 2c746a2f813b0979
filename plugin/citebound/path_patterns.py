"""Patterns of paths, as `.gitignore` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=1024)
def pattern_of(line: str) -> GitIgnoreSpec:
    """Returns what matches the paths that one pattern names.

    Raises:
        ValueError: If it is no pattern.
    """
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines([line])
    except re.error as error:  # an impossible range such as [z-a]
        raise ValueError(f"{line!r} is no pattern: {error}") from error


def patterns_in(lines: Iterable[str]) -> GitIgnoreSpec:
    """Returns what matches the paths that a `.gitignore` names; lines that are no pattern name none, as in git."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec([pattern for line in lines if _holds(line) for pattern in pattern_of(line).patterns])


def _holds(line: str) -> bool:
    try:
        pattern_of(line)
    except ValueError:
        return False
    return True

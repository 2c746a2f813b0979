"""What happened to the pages of a briefing: changed, missing, added, moved, repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher


def page_changes(expected: Sequence[str], found: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yields the number of a page and what happened to it.

    Args:
        expected: The digests of the pages as rendered.
        found: Those of the pages that are there.
    """
    known, there = set(expected), set(found)
    in_order: set[str] = set()
    new: list[int] = []
    for tag, start, end, at, to in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if tag == "equal":
            in_order.update(expected[start:end])
            continue
        gone = [place for place in range(start, end) if expected[place] not in there]
        fresh = [place for place in range(at, to) if found[place] not in known]
        yield from (
            (place + 1, "differs from the same briefing rendered anew") for place in gone[: len(fresh)]
        )
        yield from ((place + 1, "is missing") for place in gone[len(fresh) :])
        yield from ((place + 1, "was added") for place in fresh[len(gone) :])
        new += [place for place in range(at, to) if found[place] in known]
    yield from _moved(expected, found, new, in_order)


def _moved(
    expected: Sequence[str], found: Sequence[str], new: Sequence[int], placed: set[str]
) -> Iterator[tuple[int, str]]:
    """The pages that stand where they were not: out of order, or there already."""
    for place in new:
        number = expected.index(found[place]) + 1
        if found[place] in placed:
            yield place + 1, f"is page {number} once more"
        else:
            placed.add(found[place])
            yield number, f"stands in place {place + 1}"

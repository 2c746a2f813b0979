"""Running headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from citebound_hooks.readers.pdf.lines import PdfLine

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[ivxlc]{1,7}|(?:page|p\.|seite|página|pagina|стр\.)?"
                          r"\s{0,3}[-–—]?\s{0,3}\d{1,4}\s{0,3}[-–—]?"
                          r"(?:\s{0,3}(?:of|/|de|von|sur|из)\s{0,3}\d{1,4})?", re.IGNORECASE)  # fmt: skip
_SAME_PLACE = 3.0  # points
_SHARE_OF_PAGES = 0.3


def new_running_lines(pages: Sequence[Sequence[PdfLine]], running: Sequence[set[int]]) -> list[list[PdfLine]]:
    """Returns, for each page, those of its running lines whose words, numbers aside, no page before has."""
    said: set[str] = set()
    new: list[list[PdfLine]] = []
    for page, numbers in zip(pages, running, strict=True):
        lines = [page[number] for number in sorted(numbers)]
        new.append([line for line in lines if _DIGITS.sub("#", line.text) not in said])
        said.update(_DIGITS.sub("#", line.text) for line in lines)
    return new


def running_lines(pages: Sequence[Sequence[PdfLine]]) -> list[set[int]]:
    """Returns, for each page, the numbers of its lines that only carry the page.

    Those are lines in the upper or lower eighth of the page that stand, numbers aside, with the same words at the
    same height on several pages (on at least two, and three tenths of them), and a bare page number that is the
    highest or lowest line of its page.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({place for line in page if line.margin for place in _places(line)})
    enough = max(2, _SHARE_OF_PAGES * len(pages))
    return [
        {
            number
            for number, line in enumerate(page)
            if (line.y in ends and _PAGE_NUMBER.fullmatch(line.text))
            or (line.margin and any(seen[place] >= enough for place in _places(line)))
        }
        for page, ends in ((page, _ends(page)) for page in pages)
    ]


def _ends(page: Sequence[PdfLine]) -> set[float]:
    """Returns the heights of the lowest and the highest line of a page that has several."""
    heights = [line.y for line in page]
    return {min(heights), max(heights)} if len(page) > 1 else set()


def _places(line: PdfLine) -> Iterator[tuple[str, int]]:
    """Yields the words without their numbers, in two overlapping bands of height."""
    words = _DIGITS.sub("#", line.text)
    yield words, int(line.y // (2 * _SAME_PLACE))
    yield words, -1 - int((line.y + _SAME_PLACE) // (2 * _SAME_PLACE))

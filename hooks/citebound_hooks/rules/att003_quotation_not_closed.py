"""ATT003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject

_STRAIGHT = re.compile(r'(?P<length>\d)?"')  # 5" is a length, unless it closes what is open

_MARKS = ("“", "”", '"', "«", "»")
_ENDS_OF_PROSE = (".", "?", "!", "…", ".)", ":")


class QuotationNotClosed(Rule):
    """A quotation is opened and not closed.

    Why:
        Nobody can tell where the quoted words end and the author's begin. A quotation that runs on in the next
        paragraph, opened again there, is right; so are texts in which „ opens and “ closes.

    Bad:
        `The council said “only a third of the tents had arrived. The river rose on.`

    Good:
        `The council said “only a third of the tents had arrived”. The river rose on.`

    Source:
        Chicago Manual of Style and others on quotations over paragraphs.
    """

    code = "ATT003"
    name = "quotation-not-closed"
    severity = "info"
    of_briefings = True

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each opening mark that nothing closes in its paragraph."""
        text = subject.document.text
        for opening, closing in _pairs(text):
            for block in subject.document.blocks:
                at = _open_mark(text, block.start, block.end, opening, closing)
                if at is not None and not _runs_on(text, block.end):
                    span = subject.document.span(at, min(at + 30, block.end))
                    yield Problem(message="A quotation is opened here and not closed.", span=span)
        for block in subject.document.blocks if '"' in text else ():
            marks = _straight_marks(text, block.start, block.end)
            if len(marks) % 2 and not _runs_on(text, block.end):
                at = next((mark for mark in reversed(marks) if _opens(text, mark, block.start)), None)
                if at is not None and not any(text.find(mark, at, block.end) >= 0 for mark in "”“"):
                    span = subject.document.span(at, min(at + 30, block.end))
                    yield Problem(message="A quotation is opened here and not closed.", span=span)


def _runs_on(text: str, end: int) -> bool:
    """Tells whether the next paragraph opens the quotation again, or closes it."""
    return text[end : end + 20].lstrip().startswith(_MARKS)


def _straight_marks(text: str, start: int, end: int) -> list[int]:
    """Returns where straight marks of quotation stand; behind a number one counts where it can close a quotation."""
    marks: list[int] = []
    for match in _STRAIGHT.finditer(text, start, end):
        if match["length"] is None or len(marks) % 2:
            marks.append(match.end() - 1)
    return marks


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a straight mark stands where a quotation begins."""
    return (at == start or text[at - 1] in " (\u00a0\n") and text[at + 1 : at + 2].strip() != ""


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yields the marks that open and close quotations in a text; „ may open what “ closes."""
    if "“" in text and "„" not in text:
        yield "“", '”"'
    if "«" in text:
        yield "«", "»"


def _open_mark(text: str, start: int, end: int, opening: str, closing: str) -> int | None:
    """Where the last opening mark stands, if no closing one follows it.

    Guillemets are arrows of navigation, too, and » opens what « closes in German: they count in prose that they open.
    """
    at = text.rfind(opening, start, end)
    closed = at >= 0 and any(text.find(mark, at, end) >= 0 for mark in closing)
    if at < 0 or closed:
        return None
    if opening == "«" and (
        not text.endswith(_ENDS_OF_PROSE, start, end)
        or 0 <= text.find("»", start, end) < text.find("«", start, end)
    ):
        return None
    return at

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from citebound_hooks.readers.pdf.assembly import assembled
from citebound_hooks.readers.pdf.lines import PdfLine

WORDS = st.text(st.sampled_from("abcDé -–•.1)ש\u00a0😀"), min_size=1, max_size=30).filter(str.strip)
LINES = st.builds(
    PdfLine,
    text=WORDS.map(lambda text: re.sub(" +", " ", text).strip(" ")).filter(str.strip),
    x=st.sampled_from([50.0, 60.0, 300.0]),
    y=st.floats(0, 800),
    size=st.sampled_from([8.0, 10.0, 10.2, 18.0]),
    bold=st.booleans(),
    opens_bold=st.booleans(),
    margin=st.booleans(),
)
PAGES = st.lists(st.lists(LINES, max_size=8), min_size=1, max_size=4).filter(any)


def letters(text: str) -> str:
    """What must not get lost: everything but blanks and the hyphens of line ends."""
    return re.sub(r"[\s\-]", "", text)


@given(PAGES)
@settings(max_examples=300, deadline=None)
def test_any_lines(pages):
    pages = [[line._replace(page=number) for line in page] for number, page in enumerate(pages)]
    text, blocks, starts = assembled(pages)
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        end = block.end
    assert "".join(letters(text[block.start : block.end]) for block in blocks) == letters(text)
    assert len(starts) == len(pages)
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)
    said = [
        letters(line.text)
        for page in pages
        for line in page
        if not line.margin and not line.text.strip().isdecimal()
    ]
    whole = letters(text)
    assert all(words in whole for words in said if not re.fullmatch(r"[ivxlc]+", words, re.IGNORECASE))


def line(text, y, page):
    return PdfLine(text, 72, y, 10, False, False, False, page)


def test_words_stand_on_the_page_that_they_are_printed_on():
    first = [line("The council of Tarbo met on Monday, and a spokes-", 100, 0)]
    second = [
        line("person of the front denied any part in the attack.", 700, 1),
        line("The road is closed.", 650, 1),
    ]
    text, blocks, starts = assembled([first, second])
    assert len(blocks) == 2
    assert starts == (0, text.index("person of"))
    assert text[: starts[1]].endswith("a spokes")

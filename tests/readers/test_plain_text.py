from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citebound.errors import NoTextError, UnsupportedError
from citebound_hooks.readers.lines import continues, wrap_width
from citebound_hooks.readers.paragraphs import blocks_of as plain_blocks

CASES = "text_blocks.yml"
SENTENCE = "Le préfet de Tarbo a déclaré que personne n’avait été blessé près de l’école, mais que la route est fermée."

# Letters with combining marks, emoji with joiners, right-to-left text, no-break spaces, every kind of line end.
ODD = st.text(
    st.one_of(
        st.sampled_from("aZ .,|-#>=*1•\u00a0\r\n\f\v\u0085\u2028\u200f\u0301é😀\u200d👩ابהE\t"),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
    max_size=300,
)


def test_blocks(case, read, blocks_of):
    document = read(case["text"], "text/markdown" if case.get("markdown") else "text/plain")
    assert blocks_of(document) == case["blocks"]
    assert document.text == case["text"]


@given(ODD)
def test_blocks_cover_every_text(text):
    covered: set[int] = set()
    end = 0
    for block in plain_blocks(text):
        assert end <= block.start < block.end <= len(text)
        end = block.end
        covered.update(range(block.start, block.end))
    assert all(place in covered for place, character in enumerate(text) if not character.isspace())


@given(ODD.filter(lambda text: text.strip() and "\0" not in text and not text.startswith("\ufeff")))
def test_the_text_is_the_decoded_file(read, text):
    try:
        assert read(text).text == text
    except UnsupportedError:
        assert sum(ord(character) < 32 or character == "\x7f" for character in text) > len(text) / 100


@given(st.binary(min_size=1, max_size=200))
@settings(max_examples=60)
def test_any_bytes_are_a_text_or_one_clear_line(read, content):
    try:
        said = read(content).text
    except (UnsupportedError, NoTextError) as error:
        said = str(error).replace("\n", "")
    assert said.strip()


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (codecs.BOM_UTF8 + SENTENCE.encode(), None),
        (SENTENCE.encode(), None),
        (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-8"),
        (codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"), None),
        (SENTENCE.encode("utf-16-le"), None),
        (SENTENCE.encode("utf-16-be"), None),
        (SENTENCE.encode("cp1252"), "iso-8859-1"),
        (SENTENCE.encode("cp1252"), None),
        (SENTENCE.encode(), "no-such-charset"),
        (SENTENCE.encode(), "punycode"),
        (SENTENCE.encode(), "hex"),
    ],
    ids=["mark-8", "utf-8", "mark-16-le", "mark-wins", "mark-32", "16-le", "16-be", "declared", "recognised",
        "unknown", "escape", "no-text-encoding"],
)  # fmt: skip
def test_encodings(read, content, charset):
    document = read(content, charset=charset)
    assert document.text == SENTENCE
    assert document.language == "fr"


def test_a_recognised_encoding_is_told(read):
    assert read(SENTENCE.encode("cp1252")).notes == ("no encoding is declared; read as cp1252",)
    assert read(SENTENCE).notes == ()


def test_damaged_utf8_is_read_and_told(read):
    document = read(SENTENCE.encode() + b"\xe2\x82", charset="utf-8")
    assert document.text == SENTENCE + "\ufffd"
    assert document.notes == ("1 place is not valid UTF-8; U+FFFD stands there instead",)


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"", NoTextError, "the file is empty"),
        (b" \r\n\t\xc2\xa0", NoTextError, "nothing but white space"),
        (bytes(range(32)) * 20, UnsupportedError, "not a text"),
    ],
    ids=["empty", "blank", "binary"],
)
def test_what_is_no_text(read, content, error, says):
    with pytest.raises(error, match=says):
        read(content)


@pytest.mark.parametrize(
    ("lines", "width"),
    [
        ([], None),
        (["Publisher X", "Author Y", "Date Z", "Symbol 3"], None),
        (["a" * 60 + " bb"] * 5, 63),
        (["word " * 100] * 5, None),
    ],
    ids=["none", "header", "broken", "paragraph-a-line"],
)
def test_wrap_width(lines, width):
    assert wrap_width([lines]) == width


@pytest.mark.parametrize(
    ("before", "after", "width", "same"),
    [
        ("The market was held in the yard of the school", "because of", None, True),
        ("The market was held in the yard of the school.", "because of", None, False),
        ("Publisher", "monitor", None, False),
        ("The market was held in the yard", "of the school", 34, True),
        ("The market was held", "Of the school", 60, False),
    ],
)
def test_continues(before, after, width, same):
    assert continues(before, after, width) is same

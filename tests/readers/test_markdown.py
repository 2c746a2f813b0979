"""Markdown manuscripts: no word is lost or made, and each one knows its place in the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from citebound.model import Upload
from citebound_hooks.readers import citebound_read

MARKED = yaml.safe_load(Path(__file__).with_name("markdown.yml").read_text("utf-8"))
PIECES = [
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "![",
    "\\",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "```\n",
    "a",
    " ",
    "\n",
    "\n\n",
    "é",
]


def read(source):
    return citebound_read(Upload(content=source.encode(), media_type="text/markdown"))[0]


@pytest.mark.parametrize("marked", MARKED, ids=lambda case: case.get("source", case["text"])[:30])
def test_marks_are_no_words(marked):
    assert read(marked.get("source", marked["text"])).text == marked["text"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_each_character_stands_in_the_file_in_its_order(source):
    document = read(f"x{source}")
    places = [document.source_offset(at) for at in range(len(document.text))]
    assert places == sorted(set(places))
    assert "".join(f"x{source}"[place] for place in places) == document.text
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)


def test_fenced_code_is_no_prose():
    document = read("Rook said so.\n```\nGraf said no.\n\nGraf said yes.\n```\nRook left.\n")
    blocks = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert blocks == [
        ("paragraph", "Rook said so."),
        ("boilerplate", "```\nGraf said no."),
        ("boilerplate", "Graf said yes.\n```"),
        ("paragraph", "Rook left."),
    ]


@pytest.mark.parametrize(
    "piece", ["[", "](", "*a ", "**", "`", "``", "<a ", "![](", "_a", "](a(", "<!--", "<style>", "[a]["]
)
def test_reading_takes_linear_time(piece):
    def once(count):
        start = time.process_time()
        read("x" + piece * count)
        return time.process_time() - start

    def seconds(count):
        return min(once(count) for _ in range(3))  # the others may hold what the machine does beside

    seconds(2_000)
    assert seconds(40_000) < 20 * max(seconds(4_000), 0.01)

"""Where a report's lines are broken tells nothing: the claims and citations are the same."""

from __future__ import annotations

import textwrap

import pytest
from gold.documents import FOLDER

import citebound

NAMES = ["01-refworld-alliance", "08-nested-attribution", "18-coi-quotes", "34-long-two-movements"]
WRAPPED = {
    "at commas": lambda line: line.replace(", ", ",\n"),
    "at 62 columns, indented": lambda line: "\n   ".join(
        textwrap.wrap(line, 62, break_on_hyphens=False, break_long_words=False)
    ),
}


def _told(text):
    found = citebound.extract(citebound.read(text.encode(), "text/plain")).to_dict()
    claims = [
        (_words(claim["source"]["span"]), _words(claim["cue"]), [_words(part) for part in claim["content"]])
        for claim in found["claims"]
    ]
    dates = [item["date"] and item["date"]["iso"] for item in found["citations"]]
    return claims, list(
        zip((" ".join(item["outlet"].split()) for item in found["citations"]), dates, strict=True)
    )


def _words(span):
    return " ".join(span["exact"].split()) if span else None


@pytest.mark.parametrize("wrapped", WRAPPED)
@pytest.mark.parametrize("name", NAMES)
def test_broken_lines_change_nothing(name, wrapped):
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    lines = (WRAPPED[wrapped](line) if len(line) > 90 else line for line in text.split("\n"))
    assert _told("\n".join(lines)) == _told(text)

"""Time grows with the length of a text and no faster, also on texts made to be slow."""

from __future__ import annotations

import time

import pytest

HOSTILE = {
    "one quote that never closes": '"He said that she said. ',
    "one sentence of reporting verbs": "said ",
    "a sentence that never ends": "Lusava said that ",
    "clauses without an end": "Lusava said, ",
    "opening marks": "“ ",
    "brackets": "( ",
    "shared subjects": "and accused Lusava of ",
    "according to": "according to X, ",
    "dashes": "“a b c” — Bob ",
    "names": "Bob ",
    "promised quotes": "He said:\n",
    "paragraphs of one speech": "“Hello there my friends.\n",
    "relative clauses": "who said ",
    "participles": ", saying ",
    "nouns that report": "claim that ",
}


def seconds(claims_in, piece, size):
    text = piece * (size // len(piece))
    started = time.process_time()
    claims_in(text)
    return time.process_time() - started


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text(piece, claims_in):
    short = min(seconds(claims_in, piece, 20_000) for _ in range(2))
    long = min(seconds(claims_in, piece, 80_000) for _ in range(2))
    assert long < 4 * 3 * max(short, 0.05)  # four times the text; quadratic time would be sixteen times


def test_prose(claims_in):
    piece = (
        "The minister said that the bridges had been closed. Residents told Radio Sable they were cut off.\n"
    )
    short = min(seconds(claims_in, piece, 50_000) for _ in range(2))
    assert seconds(claims_in, piece, 200_000) < 4 * 3 * max(short, 0.05)

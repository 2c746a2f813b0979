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
    "quotes in quotes": "“a “b ” c ",
    "turns of a talk": "MR ROOK: It may rain. ",
    "hedges in one long quote": 'He said she may say that it might "rain. ',
}
FRENCH = {
    "incises in one quote": "« La mer monte, dit-il. Elle pourrait, ",
    "clitics": "le la les l'appelle ",
    "conditionals": "que la mer monterait ",
}


def seconds(claims_in, piece, size, language="en"):
    text = piece * (size // len(piece))
    started = time.process_time()
    claims_in(text, language)
    return time.process_time() - started


def grows_with_the_text(claims_in, piece, size, language="en"):
    """Whether four times the text takes about four times as long; quadratic time would be sixteen times.

    One look is enough where it shows that; a busy machine gets two more, the best of which count.
    """
    short = long = float("inf")
    for _ in range(3):
        short = min(short, seconds(claims_in, piece, size, language))
        long = min(long, seconds(claims_in, piece, 4 * size, language))
        if long < 4 * 3 * max(short, 0.05):
            return True
    return False


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text(piece, claims_in):
    assert grows_with_the_text(claims_in, piece, 20_000)


@pytest.mark.parametrize("piece", FRENCH.values(), ids=FRENCH.keys())
def test_hostile_french(piece, claims_in):
    assert grows_with_the_text(claims_in, piece, 20_000, "fr")


def test_prose(claims_in):
    piece = (
        "The minister said that the bridges had been closed. Residents told Radio Sable they were cut off.\n"
    )
    assert grows_with_the_text(claims_in, piece, 50_000)

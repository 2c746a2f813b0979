"""What stands before or behind a briefing is no part of it, but another program may open it."""

import pytest
from pdf_edits import rewritten

ARCHIVE = b"PK\x03\x04 an archive PK\x05\x06"


@pytest.mark.parametrize("written_anew", [False, True])
@pytest.mark.parametrize(
    ("before", "behind", "place"),
    [
        (b"", ARCHIVE, "behind its end"),
        (b"", b"\n% a remark\n", "behind its end"),
        (b"GIF89a", b"", "at byte 0, before its beginning"),
        (b"#!/bin/sh\nexit\n", b"", "at byte 0, before its beginning"),
    ],
)
def test_bytes_around_the_file_are_an_error(verify, briefing, before, behind, place, written_anew):
    content = rewritten(briefing) if written_anew else briefing
    code, found = verify(before + content + behind)
    assert code == 1
    ((rule, message),) = found
    assert rule == "BRF013"
    assert place in message


def test_a_copied_end_does_not_hide_them(verify, briefing):
    end = briefing[briefing.rindex(b"startxref") :]
    code, found = verify(briefing + ARCHIVE + b"\n" + end)
    assert (code, [rule for rule, _ in found]) == (1, ["BRF013"])
    assert f"at byte {len(briefing)}, behind its end" in found[0][1]


@pytest.mark.parametrize("blanks", [b"\n", b"\r\n\r\n", b"\0" * 512])
def test_blanks_that_a_transfer_adds_are_no_change(verify, briefing, blanks):
    code, found = verify(briefing + blanks)
    assert (code, [rule for rule, _ in found]) == (0, ["BRF012"])

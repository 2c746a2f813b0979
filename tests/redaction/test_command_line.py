"""`citebound brief` with a `[redact]` in the sidecar file."""

from tests.redaction.conftest import everything_in

from citebound.model import Redactions
from citebound.redaction.left import parts_left

TEXT = "Ilya Marenko said on 3 May 2019 that the gate was shut. The Marenko family left.\n"


def test_the_briefing_is_named_without_what_it_hides(citebound, tmp_path):
    (tmp_path / "ilya-marenko-2.txt").write_text(TEXT)
    (tmp_path / "ilya-marenko-2.txt.citebound.toml").write_text('[redact]\nnames = ["Ilya Marenko"]\n')
    done = citebound("brief", "ilya-marenko-2.txt")
    assert done.returncode == 0
    assert done.stdout.decode() == "redacted-2.briefing.pdf\n"
    assert "redacted in the text: 2 names, 0 spans" in done.stderr.decode()
    assert "Ilya" not in everything_in((tmp_path / "redacted-2.briefing.pdf").read_bytes())


def test_parts_of_names_that_still_stand_are_told():
    redactions = Redactions(names=("Ilya Marenko", "the River Front"))
    left = parts_left(
        redactions, "[redacted] lives in Marenko Street with [redacted] and the MARENKOS; a river front."
    )
    assert left == {"Marenko": 1, "River": 1, "Front": 1}


def test_a_name_that_the_user_gives_stays_but_is_told(citebound, tmp_path):
    (tmp_path / "note.txt").write_text(TEXT)
    (tmp_path / "note.txt.citebound.toml").write_text('[redact]\nnames = ["Marenko", "Marinko"]\n')
    done = citebound("brief", "note.txt", "-o", "marenko.pdf", "--fail-on", "error")
    assert done.returncode == 1  # CFG004: one of the names hides nothing
    assert done.stdout.decode() == "marenko.pdf\n"
    assert "the name marenko.pdf says what is redacted in the briefing" in done.stderr.decode()
    checked = citebound("check", "note.txt").stdout.decode()
    assert "CFG004" in checked
    assert "Marinko" not in checked

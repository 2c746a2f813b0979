"""Characters that no font has: shown by their numbers, and told to the desk in one line."""

import msgspec
import pytest
from click.testing import CliRunner

from citebound.cli import main
from citebound.model import Field
from citebound.notes import hearing, note
from citebound_hooks.briefing.pdf import uncovered
from citebound_hooks.briefing.rendering import render

OWN = "give a font that has them, named by its path in the families of a template's style.toml"


@pytest.mark.parametrize(
    ("characters", "said"),
    [
        ("", None),
        ("\u202e\u2066", None),  # controls of direction are always shown
        (
            "አ",
            "1 character has no font and is shown by number: አ (U+12A0); to set it, give a font that has it",
        ),
        (
            "አ\u202e\ue000",
            f"2 characters have no font and are shown by number: አ (U+12A0), U+E000; to set them, {OWN}",
        ),
        ("".join(map(chr, range(0x12A0, 0x12AF))), "ኧ (U+12A7) and 7 more; to set them"),
    ],
)
def test_the_line_says_which_how_many_and_what_to_do(characters, said):
    line = uncovered.note_of(characters)
    assert line == said if said is None else said in line


def test_without_their_fonts_east_asian_signs_name_the_extra(monkeypatch):
    monkeypatch.setattr(uncovered, "at_hand", lambda name: False)
    assert uncovered.note_of("港").endswith("(pip install 'citebound[cjk]')")
    assert uncovered.note_of("港አ").endswith(
        "(pip install 'citebound[cjk]') and a font that has them, named by its path in the families of a template's "
        "style.toml"
    )


def test_a_rendering_tells_each_briefing_anew(briefing, template):
    title = Field("The sign አ", "The sign አ", None, "test")
    record = msgspec.structs.replace(
        briefing.record, fields=msgspec.structs.replace(briefing.record.fields, title=title)
    )
    for _ in range(2):
        with hearing() as notes:
            render(msgspec.structs.replace(briefing, record=record), template)
        assert [line.partition(";")[0] for line in notes] == [
            "1 character has no font and is shown by number: አ (U+12A0)"
        ]
    with hearing() as notes:
        render(briefing, template)
    assert notes == []


def test_a_note_that_nobody_hears_is_lost():
    note("unheard")
    with hearing() as notes:
        note("heard")
    assert notes == ["heard"]


def test_the_command_tells_it_on_standard_error(tmp_path):
    report = tmp_path / "note.txt"
    report.write_text("Maren Holt said on 4 May 2019 that the sign አ stood on the pier.\n", "utf-8")
    done = CliRunner().invoke(main, ["brief", str(report), "-o", str(tmp_path / "note.pdf")])
    assert done.exit_code == 0
    assert (
        done.stderr.count("note.txt: note: 1 character has no font and is shown by number: አ (U+12A0)") == 1
    )
    assert done.stdout.split() == [str(tmp_path / "note.pdf")]

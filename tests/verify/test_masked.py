"""A briefing that may not carry its whole source proves what it carries; with the original, all of it."""

import pytest
from pdf_edits import attached, restated, rewritten

from citebound.model import Decisions, Redactions, Upload
from citebound.redaction.masking import MARK

FILLER = [
    f"The {each} stands beside the quay." for each in ("lamp", "bench", "crane", "kiosk", "bollard", "shed")
]
TEXT = (
    "Velia: the harbour closes\n\nIlya Marenko said on 3 May 2019 that the gate was shut (Radio Velia, May 4).\n\n"
    + "\n\n".join(f"{each} It is painted red. Nobody uses it." for each in FILLER)
    + "\n\nThe guards reportedly left Port Sarne with Ilya Marenko on 7 May 2019.\n"
)


def briefing_of(workflow, **decisions):
    upload = Upload(content=TEXT.encode(), filename="note.txt")
    (briefing,) = workflow.brief(upload, Decisions(append="excerpts", **decisions))
    return workflow.render(briefing)


@pytest.fixture(scope="module")
def content(workflow):
    return briefing_of(workflow)


@pytest.fixture(scope="module")
def redacted(workflow):
    return briefing_of(workflow, redactions=Redactions(names=("Ilya Marenko",)))


@pytest.fixture
def original(tmp_path):
    """Writes the original, changed or not; returns its name."""

    def original(old="", new=""):
        changed = TEXT.replace(old, new) if old else TEXT
        assert (changed != TEXT) == bool(old)
        (tmp_path / "note.txt").write_text(changed)
        return "note.txt"

    return original


def test_it_agrees_with_itself_and_with_its_original(verify, content, redacted, original):
    for each in (content, redacted):
        assert verify(each) == (0, [])
        assert verify(each, original()) == (0, [])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("gate was shut", "gate was open", "that the gate was open"),
        ("reportedly ", "", "The guards left"),
        ("The bollard stands", "The cannon stands", "differs in words that the briefing does not carry"),
        ("7 May 2019.\n", "7 May 2019.\nMore.\n", "More."),
    ],
)
def test_where_the_original_differs_is_told(verify, content, original, old, new, says):
    code, ((rule, message),) = verify(content, original(old, new))
    assert (code, rule) == (1, "BRF004")
    assert message.startswith("The original is another file")
    assert says in message


def test_of_a_redacted_one_kept_words_that_the_original_lacks_are_named(verify, redacted, original):
    code, ((rule, message),) = verify(redacted, original("gate was shut", "gate was open"))
    assert (code, rule) == (1, "BRF004")
    assert "gate was open" in message


def test_words_behind_the_mask_are_an_error(verify, content):
    def unmask(writer):
        stream = attached(writer, "extraction.json")
        data = stream.get_data().decode()
        assert MARK * 9 in data
        stream.set_data(data.replace(MARK * 9, "Not there", 1).encode())
        restated(writer)

    code, found = verify(rewritten(content, unmask))
    assert code == 1
    assert any(rule == "BRF003" and "Not there" in message and "masked" in message for rule, message in found)

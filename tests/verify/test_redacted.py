"""A redacted briefing can be verified, against its original too: what is hidden is no tampering."""

import pytest
from msgspec.structs import replace
from pypdf import PdfWriter

from citebound.model import Decisions, Redactions, Upload

TEXT = (
    "Velia: the harbour closes\n\nIlya Marenko said on 3 May 2019 that the gate was shut (Radio Velia, May 4).\n\n"
    "The guards reportedly left Port Sarne with Ilya Marenko on 7 May 2019.\n"
)


@pytest.fixture(scope="module")
def made(workflow, tmp_path_factory):
    """A folder with the original and briefings of it."""
    folder = tmp_path_factory.mktemp("redacted")
    (folder / "note.txt").write_text(TEXT)
    hiding = Redactions(names=("Ilya Marenko",))
    for name, decisions in {
        "redacted": Decisions(redactions=hiding),
        "whole": Decisions(append="original", redactions=hiding),
        "original": Decisions(append="original", marking="Desk only"),
        "record": Decisions(append="record"),
    }.items():
        (briefing,) = workflow.brief(Upload(content=TEXT.encode(), filename="note.txt"), decisions)
        (folder / f"{name}.pdf").write_bytes(workflow.render(briefing))
    return folder


@pytest.mark.parametrize("name", ["redacted", "whole", "original", "record"])
def test_it_agrees_with_itself_and_with_its_original(citebound, made, name):
    for originals in ([], ["note.txt"]):
        done = citebound("verify", f"{name}.pdf", *originals, cwd=made)
        said = done.stdout.decode()
        assert done.returncode == 0, said + done.stderr.decode()
        assert ("It is redacted: " in said) == (name in ("redacted", "whole"))


@pytest.mark.parametrize(
    ("old", "new", "there"),
    [
        ("gate was shut", "gate was open", "gate was open"),
        ("reportedly ", "", "The guards left"),
        ("Port Sarne with", "Port Sarne, with", "Port Sarne, with"),
    ],
)
def test_kept_words_that_the_original_lacks_are_named(citebound, made, tmp_path, old, new, there):
    (tmp_path / "other.txt").write_text(TEXT.replace(old, new))
    done = citebound("verify", made / "redacted.pdf", tmp_path / "other.txt")
    assert done.returncode == 1
    assert "BRF004" in done.stdout.decode()
    assert there in done.stdout.decode()


def test_a_mark_may_stand_for_any_words(citebound, made, tmp_path):
    (tmp_path / "other.txt").write_text(TEXT.replace("Ilya Marenko", "Somebody else"))
    assert citebound("verify", made / "redacted.pdf", tmp_path / "other.txt").returncode == 0


def test_an_attached_original_that_was_changed_is_named(citebound, made, tmp_path):
    writer = PdfWriter(clone_from=made / "original.pdf")
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    file = names[list(names).index("original.txt") + 1].get_object()["/EF"]["/F"].get_object()
    file.set_data(file.get_data().replace(b"shut", b"open"))
    writer.write(tmp_path / "changed.pdf")
    done = citebound("verify", tmp_path / "changed.pdf")
    assert done.returncode == 1
    assert "BRF002" in done.stdout.decode()
    assert "original.txt" in done.stdout.decode()


def unproved(workflow, path, **changes):
    """A briefing that could not be rendered anew, with other pages; and the codes that speak of it."""
    (document,) = workflow.read(Upload(content=path.read_bytes(), filename=path.name))
    finished = replace(
        document.finished, **{name: change(document.finished) for name, change in changes.items()}
    )
    document = replace(document, finished=finished)
    return {finding.code for finding in workflow.check(document, workflow.describe(document)).findings}


def test_a_page_without_its_marking_is_named_where_nothing_can_be_rendered_anew(workflow, made):
    def lost(finished):
        first, *rest = finished.pages
        return (first.replace("Desk only", "", 1), *rest)

    assert "BRF017" not in unproved(workflow, made / "original.pdf")
    assert "BRF017" in unproved(workflow, made / "original.pdf", pages=lost)


def test_sentences_that_do_not_go_along_are_not_missed(workflow, made):
    def emptied(finished):
        return ("",) * len(finished.pages)

    assert "BRF006" in unproved(workflow, made / "original.pdf", pages=emptied)
    assert "BRF006" not in unproved(workflow, made / "record.pdf", pages=emptied)


def test_a_redaction_without_its_mark_is_named(workflow, made):
    def moved(finished):
        record = finished.briefing.record
        said = record.handling.redacted
        places = tuple(replace(place, start=place.start + 1) for place in said.places)
        handling = replace(record.handling, redacted=replace(said, places=places))
        return replace(finished.briefing, record=replace(record, handling=handling))

    assert "BRF003" not in unproved(workflow, made / "redacted.pdf")
    assert "BRF003" in unproved(workflow, made / "redacted.pdf", briefing=moved)

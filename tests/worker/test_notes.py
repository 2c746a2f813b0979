"""What could not be done wholly is told in the log and with the outcome, as `brief` tells it on standard error."""

from types import SimpleNamespace

import pytest

pytest.importorskip("sqlalchemy")

from citebound.model import Upload
from citebound.notes import note
from citebound_hooks.ledger.telling import event_in_words
from citebound_hooks.ledger.values import Event
from citebound_hooks.webhook.message import message
from citebound_hooks.worker import steps
from citebound_hooks.worker.journal import Journal

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

SIGN = "1 character has no font and is shown by number: አ (U+12A0)"


def outcome_of(office, document):
    (event,) = [event for event in office.history(document) if event.what == "outcome"]
    return event


def test_a_character_without_a_font_stands_in_the_history(office):
    report = "A bridge\n\nThe mayor said on 4 May 2020 that the sign አ stood there (Daily Note, May 4).\n"
    document = office.take_in(report.encode())
    assert office.run(office.work) == 0
    event = outcome_of(office, document)
    (line,) = event.detail["notes"]
    assert line.startswith(SIGN)
    assert f' notes="{line}" ' in event_in_words(event)
    assert office.standing(document).outcome == "published-with-warnings"


def test_without_notes_nothing_is_said_of_them(office):
    document = office.take_in()
    assert office.run(office.work) == 0
    assert "notes" not in outcome_of(office, document).detail


@pytest.fixture
def worked():
    """Works on a report of several documents with stand-ins for the steps; nothing is found in any of them."""

    def worked(read, rendered, monkeypatch):
        def render(briefing):
            for line in rendered:
                note(line)
            return b"%PDF"

        briefing = SimpleNamespace(incomplete=(), findings=())
        documents = [SimpleNamespace(notes=notes) for notes in read]
        stand_in = SimpleNamespace(
            read=lambda upload: documents, brief_document=lambda *_: briefing, render=render
        )
        monkeypatch.setattr(steps, "_taken_out", lambda spool, job: (Upload(content=b"x"), None))
        return steps.work_on(stand_in, None, None)

    return worked


@pytest.mark.parametrize(
    ("read", "rendered", "outcome", "notes"),
    [
        ([()], [], "published", ()),
        ([("page 2 cannot be read",)], [], "published-with-warnings", ("page 2 cannot be read",)),
        ([()], ["no font"], "published-with-warnings", ("no font",)),
        ([("a",), ("b",)], ["no font"], "published-with-warnings", ("a", "b", "no font")),
        (
            [tuple(f"page {number} cannot be read" for number in range(1, 13))],
            [],
            "published-with-warnings",
            (*(f"page {number} cannot be read" for number in range(1, 11)), "and 2 more"),
        ),
    ],
)
def test_a_note_is_a_warning_and_is_told_once(worked, monkeypatch, read, rendered, outcome, notes):
    done = worked(read, rendered, monkeypatch)
    assert (done.outcome, done.notes) == (outcome, notes)


def test_the_worker_tells_them_behind_the_outcome():
    for form, said in (
        ("text", "citebound: abcdabcdabcd published-with-warnings one; two"),
        ("json", '"what":"published-with-warnings","document":"abcdabcdabcdabcd","notes":["one","two"]}'),
    ):
        lines = []
        journal = Journal(form, lines.append)
        journal.tell("published-with-warnings", "abcd" * 4, reason=None, notes=("one", "two"))
        assert lines[0].endswith(said)


def test_the_webhook_tells_them():
    detail = {"outcome": "published-with-warnings", "notes": [SIGN]}
    event = Event(number=1, document="a" * 64, at="2024-03-24T10:00:00.000Z", what="outcome", detail=detail)
    assert SIGN.encode() in message(event)

"""Many documents at once: each once, none held up by another."""

import os
import signal
import time

import pytest

pytest.importorskip("sqlalchemy")

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def reports(number):
    return [f"A bridge\n\nThe mayor said that bridge {each} was built.\n".encode() for each in range(number)]


def test_sixty_four_uploads_of_one_document_make_one_briefing(office):
    office.take_in(b"Another\n\nAnother report.\n")
    answers = office.folder / "answers"
    answers.mkdir()

    def upload():
        from citebound_hooks.intake.taking_in import take_in

        place = office.place()
        taken = take_in(place.open(), place.spool, office.folder / "one.txt", "setup")
        (answers / str(os.getpid())).write_text(taken.document)

    (office.folder / "one.txt").write_bytes(reports(1)[0])
    uploads = [office.start(upload) for _ in range(64)]
    assert {os.waitpid(pid, 0)[1] for pid in uploads} == {0}
    (document,) = {answer.read_text() for answer in answers.iterdir()}
    assert len(list(answers.iterdir())) == 64
    assert office.run(office.work) == 0
    assert [event.what for event in office.history(document)] == [
        "received",
        "claimed",
        "delivered",
        "outcome",
    ]
    assert len(office.published()) == 2


def test_a_document_that_burns_its_limits_holds_no_other_up(office):
    from citebound_hooks.worker.limits import Limits

    office.limits = Limits(cpu_seconds=60, memory_mib=4096, wall_seconds=20)

    def prepared():
        import citebound_hooks.worker.supervisor as supervisor

        original = supervisor.work_on

        def burn_one(steps, spool, job):
            while job.name == "burns.txt":
                pass
            return original(steps, spool, job)

        supervisor.work_on = burn_one

    burning = office.take_in(b"burn", "burns.txt")
    others = [office.take_in(content) for content in reports(8)]
    worker = office.start(office.work, prepared=prepared)
    begun = time.monotonic()
    office.wait_until(lambda: office.status().outcomes["published-with-warnings"] == len(others))
    assert "outcome" not in [event.what for event in office.history(burning)], time.monotonic() - begun
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


def test_a_process_that_read_others_makes_the_same_bytes(office, examples):
    from dataclasses import replace

    from citebound_hooks.ledger.asking_anew import replay

    kinds = [path for path in sorted(examples.iterdir()) if path.suffix in (".txt", ".html", ".pdf")]
    for content, name in [
        *((path.read_bytes(), path.name) for path in kinds),
        *zip(reports(3), "abc", strict=True),
    ]:
        office.take_in(content, name)
    office.concurrency, made = 1, []
    for alone in (False, True):
        office.limits = replace(office.limits, cpu_seconds=60, alone=alone)
        assert office.run(office.work) == 0
        made.append({path.name: path.read_bytes() for path in office.out.iterdir()})
        for path in office.out.iterdir():
            office.asked(lambda ledger, path=path: replay(ledger, path.name.split(".")[0]))
            path.unlink()
    assert len(made[0]) == len(kinds) + 3
    assert made[0] == made[1]

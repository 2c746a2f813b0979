"""A process reads one document after the other as long as all is ordinary, and never hands over what is another's."""

import os
import socket
import time

import pytest

pytest.importorskip("sqlalchemy")

from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.child import MAKES_WAY
from citebound_hooks.worker.crew import Crew
from citebound_hooks.worker.limits import Limits
from citebound_hooks.worker.supervisor import POLL_SECONDS
from citebound_hooks.worker.values import Worked

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

ROOMY = Limits(cpu_seconds=100, memory_mib=8192, wall_seconds=20)


def job(name, **values):
    known = {"attempts": 0, "holds": 0, "until": 0.0, "decisions": None, "key": "k"}
    return Job(document=name, name=name, owner=name, **known | values)


def tell_process(_job, outcome="unsupported"):
    return Worked(outcome=outcome, reason=str(os.getpid()))


def outcome_by_name(given):
    return (
        tell_process(given, given.name) if given.name != "fails" else Worked(outcome=None, reason="it broke")
    )


@pytest.fixture
def crew_of(tmp_path):
    crews = []

    def make(work, limits=ROOMY):
        crews.append(Crew(work, limits, tmp_path, 1))
        return crews[-1]

    yield make
    for crew in crews:
        crew.dismiss()


def worked(crew, *jobs):
    """Lets a crew work on jobs, one after the other."""
    results = []
    for each in jobs:
        crew.begin(each)
        found = []
        while not found:
            crew.wait(POLL_SECONDS)
            found = list(crew.ended())
        assert [told for told, _ in found] == [each]
        results.append(found[0][1])
    return results


def processes(results):
    return len({result.reason for result in results})


def test_ordinary_documents_share_a_process(crew_of):
    assert processes(worked(crew_of(tell_process), *map(job, "abc"))) == 1


def test_each_has_its_own_where_that_is_asked_for(crew_of):
    limits = Limits(cpu_seconds=100, memory_mib=8192, wall_seconds=20, alone=True)
    assert processes(worked(crew_of(tell_process, limits), *map(job, "abc"))) == 3


@pytest.mark.parametrize("last", ["quarantined", "encrypted"])
def test_nothing_is_read_after_what_was_unusual(crew_of, last):
    results = worked(crew_of(outcome_by_name), job("no-text"), job(last), job("unsupported"))
    assert results[0].reason == results[1].reason != results[2].reason


@pytest.mark.parametrize("known", [{"attempts": 1}, {"holds": 1}, {"abandoned": True}])
def test_what_was_begun_before_is_read_alone(crew_of, known):
    assert processes(worked(crew_of(tell_process), job("a"), job("b", **known))) == 2


def burn_a_little(given):
    end = os.times().user + 0.3
    while given.name == "a" and os.times().user < end:
        pass
    return tell_process(given)


def test_what_used_up_part_of_the_limits_leaves_no_room(crew_of):
    limits = Limits(cpu_seconds=5, memory_mib=8192, wall_seconds=20)
    first, second = worked(crew_of(burn_a_little, limits), job("a"), job("b"))
    assert first.reason != second.reason
    assert first.cpu_seconds >= 0.25 > second.cpu_seconds


def leave_without_a_word(given):
    if given.name == "b":
        os._exit(0)
    return tell_process(given)


def test_a_process_that_leaves_without_a_result_hands_over_no_other_ones(crew_of):
    results = worked(crew_of(leave_without_a_word), job("a"), job("b"), job("c"))
    assert (results[1].outcome, results[1].reason) == (None, "the process that read it left no result")
    assert results[2].outcome == "unsupported"


def hang_up_and_go_on(given):
    if given.name == "b":
        for handle in range(3, 64):
            try:
                socket.socket(fileno=os.dup(handle)).shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        while True:
            pass
    return tell_process(given)


@pytest.mark.slow
def test_a_process_that_only_pretends_to_end_is_killed(crew_of):
    limits = Limits(cpu_seconds=100, memory_mib=8192, wall_seconds=0.5)
    (result,) = worked(crew_of(hang_up_and_go_on, limits), job("b"))
    assert result.reason == "took longer than 0.5 s"


def list_open_files(_given):
    return Worked(outcome="unsupported", reason=" ".join(os.listdir("/proc/self/fd")))


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="this system does not list open files")
def test_a_process_has_no_files_of_the_worker(crew_of, tmp_path):
    with (tmp_path / "secret").open("w") as secret:
        (result,) = worked(crew_of(list_open_files), job("a"))
        assert str(secret.fileno()) not in result.reason.split()
        assert len(result.reason.split()) == 6, (
            "the standard streams, the result, the line, and the list itself"
        )


def test_a_name_may_be_long(crew_of):
    (result,) = worked(crew_of(tell_process), job("x" * 3_000_000))
    assert result.outcome == "unsupported"


def take_long(given):
    if given.name == "slow":
        time.sleep(0.5)
    return Worked(outcome="unsupported", reason=f"{os.getpid()} {os.getpriority(os.PRIO_PROCESS, 0)}")


def test_while_one_takes_long_another_is_begun_and_it_makes_way(crew_of, monkeypatch):
    monkeypatch.setattr("citebound_hooks.worker.child.LONG_SECONDS", 0.1)
    crew = crew_of(take_long)
    crew.begin(job("slow"))
    assert crew.room == 0
    time.sleep(0.15)
    assert crew.room == 1
    crew.begin(job("quick"))
    assert crew.room == 0, "one more, not any number"
    said = {}
    while len(said) < 2:
        crew.wait(5)
        said |= {told.name: result.reason.split() for told, result in crew.ended()}
    assert list(said) == ["quick", "slow"]
    assert int(said["slow"][1]) == min(int(said["quick"][1]) + MAKES_WAY, 19), "a nice worker's, too"
    (after,) = worked(crew, job("after"))
    assert after.reason.split() == said["quick"], "what made way reads no other"

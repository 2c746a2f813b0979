"""The life of a process that reads documents: it works on what it is given as long as nothing unusual happens.

A fork costs little, but touching the memory that is shared with the parent costs more than a small document itself.
So a process whose documents all ended well, and that has used up next to nothing of its limits, reads another one.
The limits are set once and never raised: what it has used is gone.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Callable
from resource import RUSAGE_SELF, getrusage, struct_rusage
from typing import BinaryIO, NoReturn

import msgspec
from msgspec.structs import replace

from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.endings import code_of
from citebound_hooks.worker.isolation import isolate, keep_open
from citebound_hooks.worker.limits import MIB, Limits
from citebound_hooks.worker.values import Worked

GOES_ON = b"+"
"""What a process says that has put a result down and can take another job. One that says nothing ends."""


def framed(job: Job) -> bytes:
    """Returns a job as it is sent: its length in four bytes, then the job itself."""
    content = msgspec.msgpack.encode(job)
    return len(content).to_bytes(4, "big") + content


def live(
    work: Callable[[Job], Worked], limits: Limits, result: BinaryIO, line: socket.socket, parent: int
) -> NoReturn:
    """The child's whole life.

    Args:
        work: What to do with a job.
        limits: What it may use up.
        result: Where what comes of a job is put down.
        line: Where jobs come from.
        parent: The process id of the parent.
    """
    code = 1
    try:
        keep_open({result.fileno(), line.fileno()})
        isolate(parent)
        limits.apply()
        _work_on_all(work, limits, result, line)
        code = 0
    except BaseException as error:
        code = code_of(error) or 1
    finally:
        os._exit(code)


def _work_on_all(
    work: Callable[[Job], Worked], limits: Limits, result: BinaryIO, line: socket.socket
) -> None:
    spent, memory = 0.0, most_memory(getrusage(RUSAGE_SELF))
    while length := line.recv(4, socket.MSG_WAITALL):
        said = line.recv(int.from_bytes(length, "big"), socket.MSG_WAITALL)
        worked = _attempt(work, msgspec.msgpack.decode(said, type=Job))
        now, most = time.process_time(), most_memory(getrusage(RUSAGE_SELF))
        _put_down(result, replace(worked, cpu_seconds=round(now - spent, 3), memory_mib=most))
        spent = now
        if not limits.leave_room(now, most - memory) or not _is_ordinary(worked):
            return
        line.sendall(GOES_ON)


def _attempt(work: Callable[[Job], Worked], job: Job) -> Worked:
    try:
        return work(job)
    except Exception as error:  # whatever a library lets escape is this document's failure, not the worker's
        if code_of(error):
            raise
        return Worked(outcome=None, reason=f"{type(error).__name__}: {' '.join(str(error).split())[:500]}")


def _put_down(result: BinaryIO, worked: Worked) -> None:
    result.seek(0)
    result.truncate()
    result.write(msgspec.msgpack.encode(worked))
    result.flush()


def _is_ordinary(worked: Worked) -> bool:
    """Whether nothing hints that the document left the process in another state than it found it."""
    whole = not any(made.briefing.incomplete for made in worked.made)
    return worked.outcome in ("published", "published-with-warnings", "no-text", "unsupported") and whole


def most_memory(used: struct_rusage) -> int:
    """Returns the most that a process had in memory at once, in MiB."""
    return int(used.ru_maxrss // (MIB if sys.platform == "darwin" else 1024))

"""A process that reads documents, forked from a warm parent: the parent's end of it."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from resource import struct_rusage
from tempfile import TemporaryFile
from typing import BinaryIO, cast

import msgspec
from msgspec.structs import replace

from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.endings import DISK_FULL, used_up
from citebound_hooks.worker.limits import Limits
from citebound_hooks.worker.living import GOES_ON, framed, live, most_memory
from citebound_hooks.worker.values import Worked

DYING_SECONDS = 0.05
LONG_SECONDS = 1.0
"""How long a document may take before others need not wait for it."""
MAKES_WAY = 5
"""How much nicer a process that takes long becomes: on a busy machine about a third of what the others get."""


class Child:
    """A process that works on one job at a time.

    Attributes:
        alive: Whether it can be given another job.
        makes_way: Whether it leaves most of the processor to others; it cannot take that back.

    Args:
        work: What to do with a job; runs in the child only.
        limits: What it may use up.
        folder: Where its result is put down, in a file without a name.

    Raises:
        OSError: If no process or file can be made.
    """

    def __init__(self, work: Callable[[Job], Worked], limits: Limits, folder: Path) -> None:
        self._limits = limits
        self._result = cast(BinaryIO, TemporaryFile(dir=folder))  # noqa: SIM115  # closed when the child ended
        self._line, its_line = socket.socketpair()
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            live(work, limits, self._result, its_line, parent)
        its_line.close()
        self._spent = 0.0
        self.alive, self.makes_way = True, False

    def begin(self, job: Job) -> None:
        """Gives it a job; it must have none."""
        self._worked: Worked | None = None
        self._late = False
        self._begun = time.monotonic()
        with suppress(OSError):  # one that died meanwhile is found dead by `ended`
            self._line.sendall(framed(job))

    def fileno(self) -> int:
        """What can be read from when there is something to be noticed; -1 when nothing more will come."""
        return self._line.fileno()

    def ended(self) -> Worked | None:
        """Returns what came of the job, or None while it runs; one that runs too long is killed."""
        if self._worked is None:
            if not self._late and time.monotonic() > self._begun + self._limits.wall_seconds:
                self._late = True
                self.kill()
            self._worked = self._heard()
        return self._worked

    def takes_long(self) -> bool:
        """Whether its document takes so long that others should not wait for it."""
        return time.monotonic() > self._begun + LONG_SECONDS

    def make_way(self) -> None:
        """Leaves most of the processor to the others."""
        if not self.makes_way:
            self.makes_way = True
            with suppress(OSError):  # it has just ended, or an administrator forbids it
                nicer = os.getpriority(os.PRIO_PROCESS, self._pid) + MAKES_WAY
                os.setpriority(os.PRIO_PROCESS, self._pid, nicer)

    def kill(self) -> None:
        """Ends it and whatever it started."""
        if not self.alive:
            return
        for end in (os.killpg, os.kill):
            with suppress(ProcessLookupError):
                end(self._pid, signal.SIGKILL)

    def dismiss(self) -> None:
        """Ends it, whatever it does, and waits for its end."""
        self.kill()
        if self.alive:
            os.waitpid(self._pid, 0)
            self._close()

    def _heard(self) -> Worked | None:
        if self._line.fileno() < 0:
            return self._reaped(within=0.0)
        try:
            said = self._line.recv(1, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return None
        except ConnectionError:
            said = b""
        if said == GOES_ON:
            return self._taken()
        self._line.close()
        return self._reaped(within=DYING_SECONDS)

    def _reaped(self, within: float) -> Worked | None:
        """Notices the end of a process that has hung up: it is about to end, or only pretends to be."""
        end = time.monotonic() + within
        while True:
            pid, status, used = os.wait4(self._pid, os.WNOHANG)
            if pid:
                return self._bury(status, used)
            if time.monotonic() >= end:
                return None
            time.sleep(0.0002)

    def _taken(self) -> Worked:
        """Takes the result up, so that nobody finds it there again."""
        handle = self._result.fileno()
        content = os.pread(handle, os.fstat(handle).st_size, 0)
        os.ftruncate(handle, 0)
        try:
            worked = msgspec.msgpack.decode(content, type=Worked)
        except msgspec.DecodeError:
            self.dismiss()
            return Worked(outcome=None, reason="the process that read it left no result")
        self._spent += worked.cpu_seconds
        return worked

    def _bury(self, status: int, used: struct_rusage) -> Worked:
        code = os.waitstatus_to_exitcode(status)
        self.alive = False
        worked = self._taken() if code == 0 else self._judged(code, used)
        self._close()
        return worked

    def _close(self) -> None:
        self.alive = False
        self._line.close()
        self._result.close()

    def _judged(self, code: int, used: struct_rusage) -> Worked:
        """What became of a job whose process ended otherwise than by itself."""
        cpu_seconds = used.ru_utime + used.ru_stime
        own = round(max(0.0, cpu_seconds - self._spent), 3)
        if self._late:
            worked = Worked(outcome=None, reason=f"took longer than {self._limits.wall_seconds:g} s")
        elif code == DISK_FULL:
            worked = Worked(outcome=None, reason="the disk of the store is full", held=True)
        elif final := used_up(code, cpu_seconds, self._limits):
            worked = Worked(outcome="quarantined", reason=final)
        else:
            how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
            worked = Worked(outcome=None, reason=f"the process that read it ended unexpectedly ({how})")
        return replace(worked, cpu_seconds=own, memory_mib=most_memory(used))

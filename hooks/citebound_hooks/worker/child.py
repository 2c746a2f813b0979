"""Runs one attempt in a process of its own, forked from a warm parent."""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, NoReturn, cast

import msgspec

from citebound_hooks.worker.isolation import isolate
from citebound_hooks.worker.limits import Limits
from citebound_hooks.worker.values import Worked

OUT_OF_MEMORY, TOO_LARGE, DISK_FULL = 70, 71, 72


class Child:
    """An attempt that is running.

    Attributes:
        ending: Can be read from when the child has ended; -1 once that was noticed.
        cpu_seconds: What it used, once it has ended.

    Args:
        work: What to do; runs in the child only.
        limits: What it may use up.
        folder: Where its result is put down, in a file without a name.

    Raises:
        OSError: If no process or file can be made.
    """

    def __init__(self, work: Callable[[], Worked], limits: Limits, folder: Path) -> None:
        self._limits = limits
        self._result = cast(BinaryIO, TemporaryFile(dir=folder))  # noqa: SIM115  # closed when the child ended
        self.ending, its_end = os.pipe()
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            _live(work, limits, self._result, parent)
        os.close(its_end)
        self._deadline = time.monotonic() + limits.wall_seconds
        self._late = False
        self._worked: Worked | None = None
        self.cpu_seconds = 0.0

    def ended(self) -> Worked | None:
        """Returns what came of it, or None while it runs; one that runs too long is killed."""
        if self._worked is None:
            if not self._late and time.monotonic() > self._deadline:
                self._late = True
                self.kill()
            pid, status, used = os.wait4(self._pid, os.WNOHANG)
            if pid:
                self.cpu_seconds = round(used.ru_utime + used.ru_stime, 3)
                self._worked = self._judged(status)
                self._result.close()
                os.close(self.ending)
                self.ending = -1
        return self._worked

    def kill(self) -> None:
        """Ends it and whatever it started."""
        for end in (os.killpg, os.kill):
            with suppress(ProcessLookupError):
                end(self._pid, signal.SIGKILL)

    def abandon(self) -> None:
        """Kills it and waits for its end."""
        self.kill()
        while self.ended() is None:
            time.sleep(0.005)

    def _judged(self, status: int) -> Worked:
        code = os.waitstatus_to_exitcode(status)
        if code == 0:
            self._result.seek(0)
            return msgspec.msgpack.decode(self._result.read(), type=Worked)
        if self._late:
            return Worked(outcome=None, reason=f"took longer than {self._limits.wall_seconds:g} s")
        if code == DISK_FULL:
            return Worked(outcome=None, reason="the disk of the store is full", held=True)
        final = self._used_up(code)
        if final:
            return Worked(outcome="quarantined", reason=final)
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return Worked(outcome=None, reason=f"the process that read it ended unexpectedly ({how})")

    def _used_up(self, code: int) -> str | None:
        """What the document used up; another attempt would only use it up again."""
        limits = self._limits
        if code == -signal.SIGXCPU or (code == -signal.SIGKILL and self.cpu_seconds >= limits.cpu_seconds):
            return f"needs more than {limits.cpu_seconds} s of processor time"
        if code == OUT_OF_MEMORY:
            return f"needs more than {limits.memory_mib} MiB of memory"
        if code == TOO_LARGE:
            return f"makes files larger than {limits.file_mib} MiB"
        return None


def _live(work: Callable[[], Worked], limits: Limits, result: BinaryIO, parent: int) -> NoReturn:
    """The child's whole life."""
    code = 1
    try:
        isolate(parent)
        limits.apply()
        result.write(msgspec.msgpack.encode(_attempt(work)))
        result.flush()
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    except OSError as error:
        code = {errno.EFBIG: TOO_LARGE, errno.ENOSPC: DISK_FULL, errno.ENOMEM: OUT_OF_MEMORY}.get(
            error.errno or 0, 1
        )
    finally:
        os._exit(code)


def _attempt(work: Callable[[], Worked]) -> Worked:
    try:
        return work()
    except (MemoryError, OSError):
        raise
    except Exception as error:  # whatever a library lets escape is this document's failure, not the worker's
        return Worked(outcome=None, reason=f"{type(error).__name__}: {' '.join(str(error).split())[:500]}")

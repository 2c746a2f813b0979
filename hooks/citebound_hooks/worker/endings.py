"""How a process that reads documents tells, by its end, what a document used up."""

from __future__ import annotations

import errno
import signal

from citebound_hooks.worker.limits import Limits

OUT_OF_MEMORY, TOO_LARGE, DISK_FULL = 70, 71, 72


def code_of(error: BaseException) -> int | None:
    """Returns the exit code that tells of an error; None for one that is told otherwise."""
    if isinstance(error, MemoryError):
        return OUT_OF_MEMORY
    number = error.errno if isinstance(error, OSError) else None
    return {
        errno.EFBIG: TOO_LARGE,
        errno.ENOSPC: DISK_FULL,
        errno.EDQUOT: DISK_FULL,
        errno.ENOMEM: OUT_OF_MEMORY,
    }.get(number or 0)


def used_up(code: int, cpu_seconds: float, limits: Limits) -> str | None:
    """What the document used up; another attempt would only use it up again.

    Args:
        code: The exit code, a signal as a negative number.
        cpu_seconds: The processor time of the process.
        limits: What it was allowed.
    """
    if code == -signal.SIGXCPU or (code == -signal.SIGKILL and cpu_seconds >= limits.cpu_seconds):
        return f"needs more than {limits.cpu_seconds} s of processor time"
    if code == OUT_OF_MEMORY:
        return f"needs more than {limits.memory_mib} MiB of memory"
    if code == TOO_LARGE:
        return f"makes files larger than {limits.file_mib} MiB"
    return None

"""What a document may use up."""

from __future__ import annotations

import resource
from dataclasses import dataclass

MIB = 1024 * 1024
SHARE = 1 / 10
"""Which part of the processor time and of the memory others may have used before in the same process."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The limits of one attempt at one document.

    Attributes:
        cpu_seconds: Processor time.
        memory_mib: Address space, in MiB.
        file_mib: The largest file, in MiB.
        wall_seconds: Time on the clock.
        alone: Whether each document gets a process of its own.
    """

    cpu_seconds: int = 10
    memory_mib: int = 1024
    file_mib: int = 128
    wall_seconds: float = 60.0
    alone: bool = False

    def apply(self) -> None:
        """Binds this process; there is no way back."""
        _limit(resource.RLIMIT_CPU, self.cpu_seconds, self.cpu_seconds + 1)
        _limit(resource.RLIMIT_AS, self.memory_mib * MIB)
        _limit(resource.RLIMIT_FSIZE, self.file_mib * MIB)
        _limit(resource.RLIMIT_CORE, 0)

    def leave_room(self, cpu_seconds: float, memory_mib: float) -> bool:
        """Whether a process that has used so much may be given another document."""
        room = cpu_seconds < self.cpu_seconds * SHARE and memory_mib < self.memory_mib * SHARE
        return room and not self.alone


def _limit(what: int, soft: int, hard: int | None = None) -> None:
    """Sets a limit, or leaves a stricter one that was set from outside."""
    _, given = resource.getrlimit(what)
    top = soft if hard is None else hard
    if given != resource.RLIM_INFINITY:
        top = min(top, given)
    resource.setrlimit(what, (min(soft, top), top))

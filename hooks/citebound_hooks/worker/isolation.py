"""Shuts the process that reads an untrusted document off."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000  # linux/sched.h


def isolate(parent: int) -> None:
    """Makes this process die with its parent, deaf to the terminal, mute, and without network where possible.

    Args:
        parent: The process id of the parent.
    """
    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    _be_mute()
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        library.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the line above
            os._exit(1)
        _cut_network(library)


def keep_open(handles: set[int]) -> None:
    """Closes all files of the parent but these and the standard streams."""
    begin, most = 3, min(os.sysconf("SC_OPEN_MAX"), 1 << 16)  # some systems name a thousand million
    for handle in [*sorted(handles), most]:
        os.closerange(begin, handle)
        begin = handle + 1


def can_cut_network() -> bool:
    """Whether this kernel lets documents be read without network; tried in a process of its own."""
    if sys.platform != "linux":
        return False
    pid = os.fork()
    if pid == 0:
        try:
            os._exit(0 if _cut_network(ctypes.CDLL(None)) else 1)
        finally:
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0


def _cut_network(library: ctypes.CDLL) -> bool:
    """Enters an empty network; not everywhere may a process do so, and then it keeps the one that it has."""
    alone = _NEW_NETWORK | _NEW_IPC
    return bool(library.unshare(_NEW_USER | alone) == 0 or library.unshare(alone) == 0)


def _be_mute() -> None:
    """What a hostile document makes a library say does not reach the terminal or the journal."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)

"""The garbage collector, told when there is nothing to collect."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def all_kept() -> Iterator[None]:
    """Lets the garbage collector rest while something of many parts is built, none of which is garbage before its end.

    The collector would search all that has been built so far, time and again, and find nothing. Also a decorator.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()

"""Notes of a plugin that does its work, but not wholly: what the desk should know of this one document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_heard: ContextVar[list[str] | None] = ContextVar("notes", default=None)


def note(line: str) -> None:
    """Tells the desk one line; lost where nobody listens.

    Args:
        line: What, how much, and what to do about it.
    """
    heard = _heard.get()
    if heard is not None:
        heard.append(line)


@contextmanager
def hearing() -> Iterator[list[str]]:
    """Gives the list of the notes that are made inside."""
    heard: list[str] = []
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)

"""Tells on standard error what the worker does: for people, or one JSON object a line."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Literal

import click
import msgspec

from citebound_hooks.ledger.history import moment

Form = Literal["text", "json"]


def to_standard_error(line: str) -> None:
    """Writes a line to standard error."""
    click.echo(line, err=True)


class Journal:
    """The worker's lines.

    Args:
        form: How they are written.
        say: Writes a line.
    """

    def __init__(self, form: Form, say: Callable[[str], None] = to_standard_error) -> None:
        self._form, self._say = form, say
        self._last: tuple[object, ...] = ()

    def tell(self, what: str, document: str | None = None, **detail: Any) -> None:
        """Writes one line; what was said just before, word for word, is not said again."""
        said = (what, document, *detail.values())
        if said == self._last:
            return
        self._last = said
        kept = {name: value for name, value in detail.items() if value is not None}
        if self._form == "json":
            line = {"at": moment(time.time()), "what": what, "document": document, **kept}
            self._say(msgspec.json.encode(line).decode())
        else:
            words = [
                f"citebound: {document[:12]}" if document else "citebound:",
                what,
                *map(_in_words, kept.values()),
            ]
            self._say(" ".join(words))


def _in_words(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)

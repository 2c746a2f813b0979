"""What an output format is. A plugin returns its formats from `citebound_formats`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from citebound.errors import CiteboundError, PluginError
from citebound.model import Document, SourceRecord
from citebound.rules import Rule

Shape = Literal["findings", "record", "extraction", "briefing"]


class OutputContext(msgspec.Struct, frozen=True, kw_only=True):
    """What a format may need besides the value itself.

    Attributes:
        rules: The rules that ran, in the order of their codes.
        documents: The documents by the path that findings name.
        record: The source record of the document, beside its extraction.
        terminal: True if a person reads it on a terminal with colours.
        width: Columns of the terminal.
        template: The folder of the template, for a briefing.
    """

    rules: tuple[type[Rule], ...] = ()
    documents: Mapping[str, Document] = {}
    record: SourceRecord | None = None
    terminal: bool = False
    width: int = 80
    template: Path | None = None


class Given(NamedTuple):
    """One value to write, with what its format may need besides."""

    value: Any
    context: OutputContext


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One output format.

    Attributes:
        name: What `--format` takes.
        shape: What it writes: findings, a record, an extraction or a briefing.
        description: One line for people.
        write: The value and the context in, the text out (bytes for binary formats).
        write_several: The same for the values of one call, such as the entries of a reference list; None for
            a format of which several can stand one after another.
        shows_documents: Whether it shows words of the documents that findings are of; of other formats, a run over
            many files keeps no document.
        suffix: What the name of a file of this format ends with; `.` and the name if it is empty.
    """

    name: str
    shape: Shape
    description: str
    write: Callable[[Any, OutputContext], str | bytes]
    write_several: Callable[[Sequence[Given]], str | bytes] | None = None
    shows_documents: bool = True
    suffix: str = ""

    def written(self, given: Sequence[Given]) -> Iterator[str | bytes]:
        """Yields what the format makes of the values: one piece for all of them, or one for each.

        Raises:
            PluginError: If the format fails, or gives something else than text or bytes.
        """
        try:
            if self.write_several is not None and len(given) > 1:
                yield self._checked(self.write_several(given))
            else:
                for value, context in given:
                    yield self._checked(self.write(value, context))
        except CiteboundError:
            raise
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            line = " ".join(str(error).split()) or "no message"
            raise PluginError(f"format {self.name}: {type(error).__name__}: {line}") from error

    def _checked(self, written: str | bytes) -> str | bytes:
        if not isinstance(written, str | bytes):
            raise PluginError(f"format {self.name}: gives a {type(written).__name__}, not text or bytes")
        return written

    @property
    def ending(self) -> str:
        """What the name of a file of this format ends with."""
        return self.suffix or f".{self.name}"

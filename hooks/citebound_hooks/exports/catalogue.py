"""What exports there are, the module that writes each, and what to do when its library is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from citebound.errors import UsageError
from citebound.formats import Format, Given, OutputContext
from citebound.model import Extraction

_EXPORTS: tuple[tuple[str, str, str], ...] = (
    ("w3c", "w3c.collection", "W3C Web Annotations in JSON-LD, for annotation tools"),
    ("stix", "stix.bundle", "STIX 2.1, for threat intelligence platforms; claims as notes"),
    ("prov", "provenance.document", "PROV-JSON: what was derived from what, and by whom"),
)


def exports() -> tuple[Format, ...]:
    """Returns the exports in the order in which they are listed."""
    return tuple(
        Format(
            name=name,
            shape="extraction",
            description=description,
            write=_writer(name, module),
            write_several=_array_writer(_writer(name, module)),
        )
        for name, module, description in _EXPORTS
    )


def _writer(name: str, module: str) -> Callable[[Extraction, OutputContext], str]:
    """The module's `write`, loaded when it is first called."""

    def write(extraction: Extraction, context: OutputContext) -> str:
        try:
            loaded = import_module(f"citebound_hooks.exports.{module}")
        except ModuleNotFoundError as error:
            library = (error.name or module).partition(".")[0]
            raise UsageError(
                f"the format {name} needs the library {library}, which is not installed: "
                "pip install 'citebound[exports]'"
            ) from error
        written: str = loaded.write(extraction, context)
        return written

    return write


def _array_writer(write: Callable[[Extraction, OutputContext], str]) -> Callable[[Sequence[Given]], str]:
    """A JSON array of what is written for each extraction."""
    return lambda given: "[\n{}\n]\n".format(",\n".join(write(*each).rstrip() for each in given))

"""The forms of a briefing besides the PDF, as output formats, and what to do when a library is missing."""

from __future__ import annotations

from importlib import import_module

from citebound.errors import ConfigurationError, UsageError
from citebound.formats import Format, OutputContext
from citebound.model import Briefing

_FORMS: tuple[tuple[str, str, str], ...] = (
    ("html", "html.page", "one accessible HTML page, whole in one file"),
    ("docx", "docx.file", "a Word document with styles and headings, to go on writing in"),
)


def forms() -> tuple[Format, ...]:
    """Returns the forms in the order in which they are listed."""
    return tuple(_Form(name, module).format(description) for name, module, description in _FORMS)


class _Form:
    """One form, whose module is loaded when it first writes."""

    def __init__(self, name: str, module: str) -> None:
        self._name, self._module = name, module

    def format(self, description: str) -> Format:
        return Format(name=self._name, shape="briefing", description=description, write=self._write)

    def _write(self, briefing: Briefing, context: OutputContext) -> bytes:
        if context.template is None:
            raise ConfigurationError(f"the format {self._name} needs a template")
        try:
            module = import_module(f"citebound_hooks.briefing.{self._module}")
        except ModuleNotFoundError as error:
            library = (error.name or self._module).partition(".")[0]
            raise UsageError(
                f"the format {self._name} needs the library {library}, which is not installed: "
                f"pip install 'citebound[{self._name}]'"
            ) from error
        written: bytes = module.render(briefing, context.template)
        return written

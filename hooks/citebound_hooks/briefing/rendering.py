"""From a briefing and a template to the bytes of a form: its manuscript is written, then set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Literal

from citebound.errors import UsageError
from citebound.memory import all_kept
from citebound.model import Briefing
from citebound_hooks.briefing.manuscript.writing import Manuscript, write_manuscript

FormName = Literal["pdf", "html", "docx"]
_HOME: Mapping[FormName, str] = {"pdf": "compile.file", "html": "html.page", "docx": "docx.file"}
"""Where each form is set; loaded when it is first asked for."""


def render(
    briefing: Briefing, template: Path, form: FormName = "pdf", *, language: str | None = None
) -> bytes:
    """Renders a briefing.

    Args:
        briefing: The values.
        template: The template's folder.
        form: A tagged PDF, one HTML page in UTF-8, or a Word document.
        language: Of the strings; None takes the one that the style names.

    Raises:
        ConfigurationError: If the template is wrong; names file and line.
        UsageError: If the form needs a library that is not installed; says how to install it.
    """
    typeset = _typeset_in(form)
    with all_kept():
        return typeset(write_manuscript(briefing, template, language))


def _typeset_in(form: FormName) -> Callable[[Manuscript], bytes]:
    try:
        module = import_module(f"citebound_hooks.briefing.{_HOME[form]}")
    except ModuleNotFoundError as error:
        library = (error.name or form).partition(".")[0]
        raise UsageError(
            f"the format {form} needs the library {library}, which is not installed: "
            f"pip install 'citebound[{form}]'"
        ) from error
    typeset: Callable[[Manuscript], bytes] = module.typeset
    return typeset

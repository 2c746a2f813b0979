"""The forms of a briefing besides the PDF, as output formats."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from citebound.errors import ConfigurationError
from citebound.formats import Format, OutputContext
from citebound.model import Briefing

if TYPE_CHECKING:
    from citebound_hooks.briefing.rendering import FormName

_FORMS: Mapping[FormName, str] = {
    "html": "one accessible HTML page, whole in one file",
    "docx": "a Word document with styles and headings, to go on writing in",
}


def forms() -> tuple[Format, ...]:
    """Returns the forms in the order in which they are listed."""
    return tuple(
        Format(name=name, shape="briefing", description=description, write=partial(_write, name))
        for name, description in _FORMS.items()
    )


def _write(form: FormName, briefing: Briefing, context: OutputContext) -> bytes:
    if context.template is None:
        raise ConfigurationError(f"the format {form} needs a template")
    from citebound_hooks.briefing.rendering import render

    return render(briefing, context.template, form)

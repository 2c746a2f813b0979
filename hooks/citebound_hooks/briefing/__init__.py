"""Renders a briefing: compose, fill the template, set it as PDF, HTML or DOCX. Gives templates too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click

    from citebound.formats import Format
    from citebound.model import Briefing


@hookimpl
def citebound_templates() -> Sequence[Path]:
    """Gives the folder of the built-in templates."""
    from citebound_hooks.briefing.template.lineage import built_in_templates

    folder = built_in_templates()
    return [folder] if folder else []


@hookimpl
def citebound_render(briefing: Briefing, template: Path) -> bytes | None:
    """Renders with any template that has a `briefing.xml.j2`, or a `style.toml` that builds on one that has."""
    if not any((template / name).is_file() for name in ("briefing.xml.j2", "style.toml")):
        return None
    from citebound_hooks.briefing.rendering import render

    return render(briefing, template)


@hookimpl
def citebound_formats() -> Sequence[Format]:
    """Gives the briefing as HTML and DOCX, from any template that the PDF can be made with."""
    from citebound_hooks.briefing.forms import forms

    return forms()


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound template`."""
    from citebound_hooks.briefing.command import template

    return [template]

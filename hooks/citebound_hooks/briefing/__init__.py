"""Renders a briefing as PDF: compose, fill the template, lay out, write. Gives the built-in templates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    from citebound.model import Briefing


@hookimpl
def citebound_templates() -> Sequence[Path]:
    """Gives the folder of the built-in templates."""
    from importlib.util import find_spec

    package = find_spec("citebound_templates")
    return [Path(package.origin).parent] if package and package.origin else []


@hookimpl
def citebound_render(briefing: Briefing, template: Path) -> bytes | None:
    """Renders with any template that has a `briefing.xml.j2`, or a `style.toml` that builds on one that has."""
    if not any((template / name).is_file() for name in ("briefing.xml.j2", "style.toml")):
        return None
    from citebound_hooks.briefing.rendering import render

    return render(briefing, template)

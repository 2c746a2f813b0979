"""A template folder: `briefing.xml.j2`, `style.toml`, `strings/<language>.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Template

from citebound_hooks.briefing.compile.types import TypeCase
from citebound_hooks.briefing.template.markup import parse_template
from citebound_hooks.briefing.template.style import Style, load_style
from citebound_hooks.briefing.template.wording import Wordings, load_wordings

MARKUP = "briefing.xml.j2"


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """A loaded template."""

    path: Path
    markup: Template
    style: Style
    wordings: Wordings
    types: TypeCase


def load_folder(path: Path) -> TemplateFolder:
    """Loads a template; again only if one of its files changed.

    Raises:
        ConfigurationError: If a file is missing or wrong; names file and line or key.
    """
    return _load(path, _state(path))


@lru_cache(maxsize=16)
def _load(path: Path, state: tuple[tuple[str, int, int], ...]) -> TemplateFolder:
    style = load_style(path / "style.toml")
    wordings = load_wordings(path / "strings" / f"{style.language}.toml")
    return TemplateFolder(
        path, parse_template(path / MARKUP, wordings), style, wordings, TypeCase(style, path)
    )


def _state(path: Path) -> tuple[tuple[str, int, int], ...]:
    files = sorted([*path.glob("*.*"), *path.glob("strings/*.toml")])
    stats = [(file, file.stat()) for file in files]
    return tuple((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stats)

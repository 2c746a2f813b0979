"""A template folder: `briefing.xml.j2`, `style.toml`, `strings/<language>.toml`, its own or taken over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Template, TemplateRuntimeError

from citebound.errors import ConfigurationError
from citebound_hooks.briefing.compile.types import TypeCase
from citebound_hooks.briefing.template.lineage import file_of, lineage
from citebound_hooks.briefing.template.markup import MARKUP, parse_template
from citebound_hooks.briefing.template.style import Style, load_style
from citebound_hooks.briefing.template.wording import Wordings, load_wordings

_NOT_PART = (".py", ".pyc")


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """A loaded template.

    Attributes:
        path: Of its markup.
        digest: Of all its files and of those that it builds on.
    """

    path: Path
    markup: Template
    style: Style
    wordings: Wordings
    types: TypeCase
    digest: str

    def say(self, key: str) -> str:
        """Returns a wording that a form itself needs.

        Raises:
            ConfigurationError: If the template's strings have none.
        """
        try:
            return str(self.wordings.say(key))
        except TemplateRuntimeError as error:
            raise ConfigurationError(f"{self.path.parent}: {error}") from error


def load_folder(path: Path, language: str | None = None) -> TemplateFolder:
    """Loads a template; again only if one of its files changed.

    Args:
        path: The template's folder.
        language: Of the strings; None takes the one that the style names.

    Raises:
        ConfigurationError: If a file is missing or wrong; names file and line or key.
    """
    folders = lineage(path)
    return _load(folders, language, tuple(map(_state, folders)))


@lru_cache(maxsize=16)
def _load(folders: tuple[Path, ...], language: str | None, state: tuple[object, ...]) -> TemplateFolder:
    style = load_style(folders)
    wordings = load_wordings(folders, language or style.language)
    path = file_of(MARKUP, folders) or folders[0] / MARKUP
    types = TypeCase(style, folders[0])
    return TemplateFolder(path, parse_template(folders, wordings), style, wordings, types, _digest(folders))


def _state(path: Path) -> tuple[tuple[str, int, int], ...]:
    stats = [(file, file.stat()) for file in _files(path)]
    return tuple((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stats)


def _digest(folders: tuple[Path, ...]) -> str:
    digest = sha256()
    for folder in folders:
        for file in _files(folder):
            digest.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*.*") if file.is_file() and file.suffix not in _NOT_PART)

"""The check of a template: it renders in each of its languages, and lacks no word that others have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from citebound.errors import ConfigurationError
from citebound.model import Briefing
from citebound.wrong_values import did_you_mean
from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.template.folder import load_folder
from citebound_hooks.briefing.template.lineage import file_of, lineage, read_table
from citebound_hooks.briefing.template.wording import load_wordings

# Kinds of events of which a language may have words; others are printed as they are.
_FREE = "event-"


def prove(folder: Path, briefings: Iterable[Briefing]) -> list[str]:
    """Renders briefings in all languages of a template, and returns the languages.

    Raises:
        ConfigurationError: If something is wrong; names the file, and the line or the key.
    """
    first = load_folder(folder).style.language
    languages = [first, *(name for name in _languages(folder) if name != first)]
    for language in languages:
        _compare(folder, first, language)
        for briefing in briefings:
            render(briefing, folder, "pdf", language=language)
            render(briefing, folder, "html", language=language)
    return languages


def _languages(folder: Path) -> list[str]:
    """Returns the languages that the template or those that it builds on have strings for."""
    return sorted({path.stem for each in lineage(folder) for path in each.glob("strings/*.toml")})


def _compare(folder: Path, first: str, language: str) -> None:
    folders = lineage(folder)
    known, ours = load_wordings(folders, first).words, load_wordings(folders, language).words
    missing = [key for key in known if key not in ours and not key.startswith(_FREE)]
    for key in missing:
        if (near := did_you_mean(key, list(ours))) and key in _own_words(folder, first):
            where = folder / f"strings/{first}.toml"
            raise ConfigurationError(f"{where}: the wording {key!r} is only here; {near}")
    if missing:
        name = f"strings/{language}.toml"
        raise ConfigurationError(f"{file_of(name, folders)}: no wording {missing[0]!r}, which {first} has")


def _own_words(folder: Path, language: str) -> Mapping[str, object]:
    """Returns the wordings that stand in the template's own folder."""
    path = folder / f"strings/{language}.toml"
    words: Mapping[str, object] = read_table(path).get("words", {}) if path.is_file() else {}
    return words

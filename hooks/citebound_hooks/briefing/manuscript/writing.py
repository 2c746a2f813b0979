"""From a briefing and a template to its manuscript: compose, fill the template, check the markup."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from citebound.errors import ConfigurationError
from citebound.model import Appending, Briefing, ReusePolicy, SourceRecord
from citebound.notes import note
from citebound.redaction.masking import masked
from citebound_hooks.briefing.manuscript.attachments import Attachment, attachments
from citebound_hooks.briefing.manuscript.metadata import Metadata, metadata_of
from citebound_hooks.briefing.manuscript.renderer import renderer_of
from citebound_hooks.briefing.template.folder import TemplateFolder, load_folder
from citebound_hooks.briefing.template.markup import fill_template
from citebound_hooks.briefing.template.vocabulary import parse_markup
from citebound_hooks.briefing.view.compose import compose

if TYPE_CHECKING:
    from lxml.etree import _Element


_WHOLE = frozenset({"full", "original"})
"""The policies under which the whole text of the source goes along."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A briefing in markup of meaning, the same for every form.

    Attributes:
        folder: The template: its style and its wordings.
        markup: The filled template, valid against the vocabulary.
        record: Of the source.
    """

    folder: TemplateFolder
    markup: _Element
    record: SourceRecord
    metadata: Metadata
    attachments: tuple[Attachment, ...]


def write_manuscript(briefing: Briefing, template: Path, language: str | None = None) -> Manuscript:
    """Writes the manuscript of a briefing.

    Args:
        briefing: The values.
        template: The template's folder.
        language: Of the strings; None takes the one that the style names.

    Raises:
        ConfigurationError: If the template is wrong; names file and line.
    """
    folder = load_folder(template, language)
    view = compose(briefing, whole=folder.style.sentences == "all")
    markup = parse_markup(fill_template(folder.markup, folder.path, {"view": view}), folder.path)
    _check_marking(markup, view.handling.marking, folder.path)
    _tell_of_more(view.appended, view.handling.append, template.name)
    carried = briefing if view.appended in _WHOLE else masked(briefing)
    attached = tuple(attachments(carried, template.name, folder.say, renderer_of(folder)))
    metadata = metadata_of(briefing, str(markup.get("about")), folder.wordings.language, attached)
    return Manuscript(folder, markup, briefing.record, metadata, attached)


def _tell_of_more(appended: ReusePolicy, chosen: Appending | None, template: str) -> None:
    """Tells the desk where a template carries more of the source than was said."""
    if chosen and appended in _WHOLE and chosen.policy not in _WHOLE:
        note(
            f"the template {template} overrules that: the whole text of the source goes along; "
            f"to keep to it, say append {chosen.policy}"
        )


def _check_marking(markup: _Element, marking: str | None, path: Path) -> None:
    """Refuses to lose a marking."""
    if marking and markup.find("marking") is None:
        raise ConfigurationError(
            f"{path}: the template prints no <marking>, and the briefing has one; add {{{{ part.running() }}}}"
        )

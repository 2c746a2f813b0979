"""A configured spaCy pipeline: loaded once, asked for names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from citebound.errors import ConfigurationError
from citebound.model import ActorType
from citebound.toml_files import as_settings
from citebound_hooks.backends.installed import require
from citebound_hooks.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.language import Language


class SpacySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[plugins.settings.spacy]`.

    Attributes:
        model: An installed pipeline's name, or a folder with one.
        types: Types of actors for labels, added to those of `labels.toml`.
    """

    model: str
    types: dict[str, ActorType] = {}


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`labels.toml`."""

    labels: dict[str, ActorType]


@cache
def _labels() -> dict[str, ActorType]:
    return load_lexicon(Path(__file__).with_name("labels.toml"), Labels).labels


class Name(NamedTuple):
    """A name in a text: offsets and type."""

    start: int
    end: int
    type: ActorType


class Pipeline:
    """A spaCy pipeline that finds names.

    Args:
        settings: Which one, and what its labels mean.
    """

    def __init__(self, settings: SpacySettings) -> None:
        self._model = settings.model
        self._types = {**_labels(), **settings.types}

    @classmethod
    def configured(cls, settings: Mapping[str, Any]) -> Pipeline:
        """Returns the pipeline that settings name, not yet loaded.

        Raises:
            ConfigurationError: If a setting is wrong or spaCy is not installed.
        """
        shaped = as_settings(settings, SpacySettings)
        require("spacy")
        return cls(shaped)

    @property
    def rule(self) -> str:
        """What its items bear as their rule: `spacy.en_core_web_sm`."""
        return f"spacy.{self._loaded.lang}_{self._loaded.meta['name']}"

    def names(self, texts: Iterable[str]) -> Iterator[list[Name]]:
        """Yields the names in each text; offsets count in that text."""
        for read in self._loaded.pipe(texts):
            yield [
                Name(each.start_char, each.end_char, self._types[each.label_])
                for each in read.ents
                if each.label_ in self._types
            ]

    @cached_property
    def _loaded(self) -> Language:
        """The pipeline itself.

        Raises:
            ConfigurationError: If it is not there, does not fit this spaCy, or finds no names.
        """
        import spacy

        try:
            loaded = spacy.load(self._model)
        except (OSError, ImportError, ValueError) as error:
            told = " ".join(str(error).split())
            raise ConfigurationError(
                f"[plugins.settings.spacy]: the pipeline {self._model!r} cannot be loaded: {told}"
            ) from error
        if not any("doc.ents" in loaded.get_pipe_meta(name).assigns for name in loaded.pipe_names):
            raise ConfigurationError(
                f"[plugins.settings.spacy]: the pipeline {self._model!r} finds no names; its parts are "
                f"{', '.join(loaded.pipe_names) or 'none'}"
            )
        return loaded

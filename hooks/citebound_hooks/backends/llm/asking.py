"""A configured language model: looked up once, asked with a prompt for each layer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from citebound.errors import ConfigurationError
from citebound.toml_files import as_settings
from citebound_hooks.backends.installed import require
from citebound_hooks.language.lexicon import load_lexicon

if TYPE_CHECKING:
    import llm

Served = Literal["actors", "claims"]


class LlmSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[plugins.settings.llm]`.

    Attributes:
        model: A model's name or alias, as `llm models` lists it.
        layers: What it is asked for.
        characters: How much of a text goes into one prompt, at most; a longer sentence goes alone.
        options: Options of the model (`temperature = 0`), as `llm models --options` lists them.
    """

    model: str
    layers: tuple[Served, ...] = ("actors", "claims")
    characters: Annotated[int, msgspec.Meta(ge=100)] = 8000
    options: dict[str, Any] = {}


class Prompts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`prompts.toml`: what the model is told, by layer."""

    actors: str
    claims: str


@cache
def _prompts() -> Prompts:
    return load_lexicon(Path(__file__).with_name("prompts.toml"), Prompts)


class Asker:
    """Asks one model.

    Args:
        settings: Which one, and how.
    """

    def __init__(self, settings: LlmSettings) -> None:
        self._settings = settings

    @classmethod
    def configured(cls, settings: Mapping[str, Any]) -> Asker:
        """Returns the asker that settings describe; its model is not yet looked up.

        Raises:
            ConfigurationError: If a setting is wrong or `llm` is not installed.
        """
        shaped = as_settings(settings, LlmSettings)
        require("llm")
        return cls(shaped)

    @property
    def rule(self) -> str:
        """What its items bear as their rule: `llm.<the model's full name>`."""
        return f"llm.{self._model.model_id}"

    @property
    def characters(self) -> int:
        """How much of a text goes into one prompt."""
        return self._settings.characters

    def serves(self, layer: str) -> bool:
        """Tells whether the model is asked for a layer."""
        return layer in self._settings.layers

    def ask(self, layer: str, sentences: str) -> str:
        """Returns the model's reply, as it is.

        Raises:
            ConfigurationError: If the model needs a key that is not there.
        """
        import llm

        try:
            response = self._model.prompt(
                sentences, system=getattr(_prompts(), layer), stream=False, **self._settings.options
            )
            reply: str = response.text()
        except llm.NeedsKeyException as error:
            raise ConfigurationError(f"[plugins.settings.llm]: {error}") from error
        return reply

    @cached_property
    def _model(self) -> llm.Model:
        """The model itself.

        Raises:
            ConfigurationError: If there is none of this name, or an option is wrong.
        """
        import llm

        name = self._settings.model
        try:
            model = llm.get_model(name)
        except llm.UnknownModelError as error:
            raise ConfigurationError(
                f"[plugins.settings.llm]: there is no model {name!r}; `llm models` lists them"
            ) from error
        try:
            model.Options(**self._settings.options)
        except ValueError as error:
            told = " ".join(str(error).split())
            raise ConfigurationError(f"[plugins.settings.llm.options]: {name}: {told}") from error
        return model

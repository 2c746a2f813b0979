"""Names found by a spaCy pipeline, as actors. Off until `[plugins.settings.spacy]` names a pipeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Actor, Document, ModelUse, SourceRecord

if TYPE_CHECKING:
    from citebound_hooks.backends.spacy.pipeline import Pipeline


class SpacyBackend:
    """Adds actors to those of the built-in extraction, which comes first where both name somebody."""

    def __init__(self) -> None:
        self._pipeline: Pipeline | None = None

    @hookimpl
    def citebound_configure(self, settings: Mapping[str, Any]) -> None:
        """Takes the pipeline's name; it is loaded when the first document is extracted."""
        from citebound_hooks.backends.spacy.pipeline import Pipeline

        self._pipeline = Pipeline.configured(settings)

    @hookimpl
    def citebound_extract(
        self, document: Document, record: SourceRecord, layers: Layers
    ) -> Sequence[Actor | ModelUse] | None:
        """Gives the actors that the pipeline names."""
        if self._pipeline is None or layers.wanted != "actors":
            return None
        from citebound_hooks.backends.spacy.actors import named_actors

        return named_actors(self._pipeline, document, record, layers.before)

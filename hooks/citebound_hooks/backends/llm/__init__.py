"""Claims and actors that a language model proposes. Off until `[plugins.settings.llm]` names a model.

Whatever the model returns must stand word for word in the source: what does not is dropped and counted. Models come
from the `llm` package and its plugins; the text of a report goes to wherever the model runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Actor, Claim, Document, ModelUse, SourceRecord

if TYPE_CHECKING:
    from citebound_hooks.backends.llm.asking import Asker


class LlmBackend:
    """Adds proposals to the built-in extraction, which comes first where both speak of the same words."""

    def __init__(self) -> None:
        self._asker: Asker | None = None

    @hookimpl
    def citebound_configure(self, settings: Mapping[str, Any]) -> None:
        """Takes the model's name and options; it is looked up when the first document is extracted."""
        from citebound_hooks.backends.llm.asking import Asker

        self._asker = Asker.configured(settings)

    @hookimpl
    def citebound_extract(
        self, document: Document, record: SourceRecord, layers: Layers
    ) -> Sequence[Actor | Claim | ModelUse] | None:
        """Gives what the model proposes for a layer and the source bears out."""
        if self._asker is None or not self._asker.serves(layers.wanted):
            return None
        from citebound_hooks.backends.llm.proposing import proposals

        return proposals(self._asker, document, record, layers)

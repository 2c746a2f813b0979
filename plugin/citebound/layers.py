"""The layers of an extraction, in their order, and what a plugin is asked for."""

from __future__ import annotations

from typing import Literal, get_args

from citebound.model import Document, DocumentText, Extraction, Extractor, Value
from citebound.version import VERSION

LayerName = Literal["citations", "dates", "actors", "claims", "events", "hedges", "summary"]
LAYERS: tuple[LayerName, ...] = get_args(LayerName)


class Layers(Value, frozen=True, kw_only=True):
    """What a plugin is asked for in one call of `citebound_extract`.

    Attributes:
        wanted: The layer that is being made.
        before: The extraction so far: the layers before hold their items, with final ids.
        asked: All layers of this extraction. What ties an item to a layer that is not among them, or rests on
            one, may be left out: it costs time, and nobody will see it.
    """

    wanted: LayerName
    before: Extraction
    asked: tuple[LayerName, ...] = LAYERS


def nothing_yet(document: Document) -> Extraction:
    """Returns the extraction of a document before its first layer is made."""
    text = DocumentText(
        sha256=document.sha256,
        media_type=document.media_type,
        language=document.language,
        text=document.text,
    )
    return Extraction(document=text, extractor=Extractor(name="citebound", version=VERSION))

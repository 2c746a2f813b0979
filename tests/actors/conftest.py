from __future__ import annotations

import re

import pytest

from citebound.layers import Layers
from citebound.model import (
    Block,
    Document,
    DocumentIdentity,
    DocumentText,
    Extraction,
    Extractor,
    Fields,
    SourceRecord,
)
from citebound_hooks.actors import citebound_extract


def extraction_of(document, **layers):
    text = DocumentText(sha256=document.sha256, media_type="text/plain", language="en", text=document.text)
    return Extraction(document=text, extractor=Extractor(name="test", version="0"), **layers)


@pytest.fixture(scope="session")
def actors_in():
    """Returns the actors of a text whose paragraphs are its lines."""

    def find(text, language="en", **layers):
        blocks = tuple(Block(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
        document = Document(
            text=text, sha256="0", media_type="text/plain", bytes=len(text), blocks=blocks, language=language
        )
        identity = DocumentIdentity(
            sha256="0", media_type="text/plain", bytes=len(text), filename=None, language=language
        )
        record = SourceRecord(document=identity, profile="generic", fields=Fields())
        before = extraction_of(document, **layers)
        return citebound_extract(document, record, Layers(wanted="actors", before=before))

    return find

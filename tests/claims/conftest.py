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
from citebound_hooks.actors import citebound_extract as actors
from citebound_hooks.citations import citebound_extract as citations
from citebound_hooks.claims import citebound_extract as claims
from citebound_hooks.dates import citebound_extract as dates


def document_of(text, language="en"):
    """Returns a document whose blocks are its lines, and an empty record of it."""
    blocks = tuple(Block(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    document = Document(
        text=text, sha256="0", media_type="text/plain", bytes=len(text), blocks=blocks, language=language
    )
    identity = DocumentIdentity(
        sha256="0", media_type="text/plain", bytes=len(text), filename=None, language=language
    )
    return document, SourceRecord(document=identity, profile="generic", fields=Fields())


def extraction_of(document, **layers):
    text = DocumentText(sha256="0", media_type="text/plain", language="en", text=document.text)
    return Extraction(document=text, extractor=Extractor(name="test", version="0"), **layers)


@pytest.fixture(scope="session")
def claims_in():
    """Returns the claims of a text whose paragraphs are its lines, with no layer before them."""

    def find(text, language="en", **layers):
        document, record = document_of(text, language)
        before = extraction_of(document, **layers)
        return claims(document, record, Layers(wanted="claims", before=before))

    return find


@pytest.fixture(scope="session")
def linked():
    """Returns an extraction of a text with citations, dates, actors and claims."""

    def find(text, language="en"):
        document, record = document_of(text, language)
        before = extraction_of(document)
        for wanted, plugin in (
            ("citations", citations),
            ("dates", dates),
            ("actors", actors),
            ("claims", claims),
        ):
            items = tuple(plugin(document, record, Layers(wanted=wanted, before=before)))
            before = extraction_of(
                document,
                **{
                    name: getattr(before, name)
                    for name in ("citations", "dates", "actors", "claims")
                    if name != wanted
                },
                **{wanted: items},
            )
        return before

    return find

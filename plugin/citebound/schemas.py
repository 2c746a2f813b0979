"""The JSON Schemas of the values that citebound gives out or takes in."""

from __future__ import annotations

from typing import Any

import msgspec

from citebound.configuration import Settings
from citebound.errors import UsageError
from citebound.model import Briefing, Decisions, Extraction, Findings, Profile, Provenance, SourceRecord
from citebound.wrong_values import nearest

SHAPES: dict[str, tuple[type[msgspec.Struct], str]] = {
    "findings": (Findings, "what `citebound check --format json` prints"),
    "record": (SourceRecord, "what `citebound record` prints"),
    "extraction": (Extraction, "what `citebound extract` prints"),
    "briefing": (Briefing, "record, extraction, findings and decisions together"),
    "provenance": (Provenance, "`provenance.json` in a briefing: how it came about"),
    "decisions": (Decisions, "what the desk decided about one document"),
    "profile": (Profile, "a source profile file"),
    "configuration": (Settings, "citebound.toml, or [tool.citebound] in pyproject.toml"),
}


def schema_of(name: str) -> dict[str, Any]:
    """Returns the JSON Schema (draft 2020-12) of a shape.

    Raises:
        UsageError: If there is no such shape; names the nearest.
    """
    if name not in SHAPES:
        raise UsageError(f"there is no schema {name!r}; {nearest(name, tuple(SHAPES))}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"citebound/{name}/1"}
    return {**head, **msgspec.json.schema(SHAPES[name][0])}

"""Loads the annotated documents: `documents/NN-name.txt` (the text) and `NN-name.toml` (what stands in it)."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "documents"


class GoldError(ValueError):
    """A broken annotation; names the document and the item."""


@dataclass
class Gold:
    """One document. Spans are (start, end) in `text`; every list is in the order of the annotation file."""

    name: str
    text: str
    meta: dict
    neutral: list = field(default_factory=list)  # outside the body, headings
    neutral_names: list = field(default_factory=list)
    neutral_dates: list = field(default_factory=list)
    neutral_hedges: list = field(default_factory=list)
    citations: list = field(default_factory=list)
    dates: list = field(default_factory=list)
    actors: list = field(default_factory=list)
    claims: list = field(default_factory=list)
    events: list = field(default_factory=list)
    hedges: list = field(default_factory=list)

    def of(self, span):
        return self.text[span[0] : span[1]]


def names():
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name):
    """Loads one document by its file name without ending, or by its number.

    Raises:
        GoldError: If an annotation is broken; every broken one is named.
    """
    name = next((known for known in names() if name in (known, known.split("-")[0])), name)
    text = (FOLDER / f"{name}.txt").read_bytes().decode()
    try:
        data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise GoldError(f"{name}: {error}") from error
    from gold.annotations import Annotations

    return Annotations(name, text, data).resolved()

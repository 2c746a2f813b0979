"""The title of a text page: a heading, or the line that the cite-as line repeats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at, text_field

_HEAD_LINES = 15
_LONGEST = 400


def title_of_text(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the title of a page that has a labelled header or no mark-up at all."""
    if "title" in found or (page.markup and "cite_as" not in found):
        return
    candidates = list(_head_lines(page))
    cited = _folded(found["cite_as"].raw) if "cite_as" in found else ""
    repeated = [proof for proof in candidates if cited and f"{_folded(proof.raw)}," in f"{cited},"]
    best = max(repeated, key=lambda proof: len(proof.raw), default=None)
    if best is None and not page.markup:
        best = next(iter(candidates), None)
    if best is not None:
        yield "title", text_field(best)


def _head_lines(page: Page) -> Iterator[Proof]:
    """Yields the lines at the top that can be a title: no label, no sentence."""
    taken = [(label.start, max(label.value_end, label.start + 1)) for label in page.labels]
    for line in page.lines[:_HEAD_LINES]:
        labelled = any(start < line.end and line.start < end for start, end in taken)
        if labelled or line.end - line.start > _LONGEST:
            continue
        proof = proof_at(page.document, *_bare(page.text, line))
        if (
            proof is not None
            and not proof.raw.endswith((".", ":", ";", ","))
            and any(map(str.isalpha, proof.raw))
        ):
            yield proof


def _bare(text: str, line: Line) -> tuple[int, int]:
    start, end = line.start, line.end
    while start < end and text[start] in "#*=_| \t":
        start += 1
    while end > start and text[end - 1] in "#*=_| \t":
        end -= 1
    return start, end


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()

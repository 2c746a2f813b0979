"""The authors of any page: the names on which mark-up and bylines agree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from citebound.model import Field
from citebound_hooks.describe.evidence.bylines import are_names, bylines
from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.marked import marked_names
from citebound_hooks.describe.evidence.markup import said_in_markup, weights_of
from citebound_hooks.describe.evidence.places import distances
from citebound_hooks.describe.evidence.sites import site_names
from citebound_hooks.describe.names import author_fields
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof

_ENOUGH = 1.0
_SHARE_OF_BEST = 0.5
_BYLINE = 1.5
_MARKED, _MARKED_ELSEWHERE = 1.5, 0.4
_LINES_BESIDE = 4, 12
_LONGEST_NAME = 80
_SHOWN = ("rel:", "itemprop:")  # their values are words of the page, not fields that somebody filled in
_NO_NAME = re.compile(r"https?:|www\.|@|\.(?:com|org|net|html?|php)\b|[<>{}=\\→»]|\d{4}", re.IGNORECASE)


class Candidate(NamedTuple):
    """A name that may be an author's, from one place."""

    name: str
    weight: float
    field: Field[str]


def authors_by_agreement(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the authors for whom enough speaks, in the order of the place that names them first."""
    if "authors" in found:
        return
    names: dict[str, list[Candidate]] = {}
    for candidate in _candidates(page, found.get("title")):
        names.setdefault(candidate.name, []).append(candidate)
    weights = {name: sum(each.weight for each in each_name) for name, each_name in names.items()}
    weights = {name: weight for name, weight in weights.items() if weight >= _ENOUGH}
    sites = site_names(page)
    weights = {name: weight for name, weight in weights.items() if name not in sites} or weights
    enough = _SHARE_OF_BEST * max(weights.values(), default=0.0)
    authors = tuple(_best(names[name]) for name, weight in weights.items() if weight >= enough)
    if authors:
        yield "authors", authors


def _candidates(page: Page, title: Field[str] | None) -> Iterator[Candidate]:
    """Yields the names of the mark-up, then those of marked elements and bylines."""
    shown = ((proof, _BYLINE) for proof in bylines(page, title))
    for proof, weight in (*_in_markup(page), *_marked(page, title), *shown):
        if _NO_NAME.search(proof.raw):
            continue
        for author in author_fields(page.document, proof):
            key = letters(author.value)
            if key and len(author.value) <= _LONGEST_NAME:
                yield Candidate(key, weight, author)


def _marked(page: Page, title: Field[str] | None) -> Iterator[tuple[Proof, float]]:
    """Yields the names in marked elements: those nearest to the title count, others little."""
    starts = [line.start for line in page.lines]
    beside = distances(page, title, *_LINES_BESIDE)
    found = [
        (marked.proof, beside.get(bisect_right(starts, marked.start) - 1))
        for marked in marked_names(page.document)
        if are_names(marked.proof.value, alone=True)
    ]
    nearest = min((abs(at) for _, at in found if at is not None), default=0)
    for proof, at in found:
        yield proof, _MARKED if at is not None and abs(at) <= nearest + 1 else _MARKED_ELSEWHERE


def _in_markup(page: Page) -> Iterator[tuple[Proof, float]]:
    """Yields what the mark-up says; several authors of one node count alike, those of other nodes less."""
    nodes: dict[str, str] = {}
    for said in said_in_markup(page, "authors"):
        node = _node(said.proof.locator or "", said.source)
        if said.source.startswith(_SHOWN) and not are_names(said.value, alone=True):
            continue
        same = nodes.setdefault(said.source, node) == node
        yield said.proof, weights_of("authors")[said.source] if same else said.weight


def _node(locator: str, source: str) -> str:
    """Returns what the authors of one report share: the JSON-LD node, the head, or the element."""
    if source.startswith("jsonld:"):
        return re.split(r"/(?:author|creator)\b", locator)[0]
    return "head" if "/head/" in locator else locator


def _best(candidates: list[Candidate]) -> Field[str]:
    """Returns the field that stands in the text, if one does; else the weightiest."""
    best = max(candidates, key=lambda each: (each.field.span is not None, each.weight))
    return best.field

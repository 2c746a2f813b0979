"""The authors of any page: the names on which mark-up, marked elements and bylines agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from citebound.model import Field
from citebound_hooks.describe.evidence.bylines import bylines, end_of_names
from citebound_hooks.describe.evidence.introductions import introduced_authors
from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.listings import lines_of_other_pages
from citebound_hooks.describe.evidence.marked import marked_names
from citebound_hooks.describe.evidence.markup import said_in_markup, weights_of
from citebound_hooks.describe.evidence.name_forms import are_names
from citebound_hooks.describe.evidence.names_alone import names_alone
from citebound_hooks.describe.evidence.page_kinds import is_no_report
from citebound_hooks.describe.evidence.places import distances, title_lines
from citebound_hooks.describe.evidence.rival_names import (
    Candidate,
    Witness,
    listed,
    with_whole_names,
    without_joint,
    without_unseen,
)
from citebound_hooks.describe.evidence.sites import site_names
from citebound_hooks.describe.names import as_spoken, author_fields, byline_start
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.persons import is_person
from citebound_hooks.describe.proof import proof_at, text_field

_ENOUGH = 1.0
_SHARE_OF_BEST = 0.7
_MARKED, _MARKED_ELSEWHERE = 1.5, 0.4
_LINES_BESIDE = 4, 12
_LONGEST_NAME = 80
_SHOWN = ("rel:", "itemprop:")  # their values are words of the page, not fields that somebody filled in
_NO_NAME = re.compile(r"https?:|www\.|@|\.(?:com|org|net|html?|php)\b|[<>{}=\\→»]|\d{4}", re.IGNORECASE)


def authors_by_agreement(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the authors for whom enough speaks, in the order of the place that names them first."""
    title = found.get("title")
    if "authors" in found or is_no_report(page, title):
        return
    names: dict[str, list[Candidate]] = defaultdict(list)
    for witness in _witnesses(page, title):
        for author in author_fields(page.document, witness.proof):
            key = letters(as_spoken(author.value))
            if key and len(author.value) <= _LONGEST_NAME:
                names[key].append(Candidate(author, witness))
    seen = without_unseen(page, without_joint(names))
    own = listed(names)
    seen = own if own and own.keys() <= seen.keys() else with_whole_names(seen)
    chosen = _chosen(seen, _organisations(page, seen))
    if chosen:
        yield "authors", tuple(_best(seen[name]) for name in chosen)
    elif introduced := introduced_authors(page, title):
        yield "authors", tuple(map(text_field, introduced))


def authors_beside_cite_as(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the authors whom a page names in bylines or in its mark-up: its cite-as line may leave some out."""
    if "cite_as" not in found or "authors" in found:
        return
    if any(said_in_markup(page, "authors")) or any(
        each.outright for each in bylines(page, found.get("title"))
    ):
        yield from authors_by_agreement(page, found)


def _organisations(page: Page, names: Mapping[str, list[Candidate]]) -> frozenset[str]:
    """Returns the names that are the site's or the publisher's, and not those of a person with a site."""
    return frozenset(
        name
        for name in (site_names(page) | _publishers(page)).intersection(names)
        if not is_person(names[name][0].field.value)
    )


def _publishers(page: Page) -> frozenset[str]:
    return frozenset(letters(said.value) for said in said_in_markup(page, "publishers"))


def _chosen(names: Mapping[str, list[Candidate]], sites: frozenset[str]) -> list[str]:
    """Returns the best name, those near it in weight, and those named in one breath with it."""
    weights = {name: _weight(candidates) for name, candidates in names.items()}
    weights = {name: weight for name, weight in weights.items() if weight >= _ENOUGH}
    weights = {name: weight for name, weight in weights.items() if name not in sites} or weights
    if not weights:
        return []
    best = max(weights, key=lambda name: weights[name])
    together = {candidate.witness.source for candidate in names[best]}
    return [
        name
        for name, weight in weights.items()
        if weight >= _SHARE_OF_BEST * weights[best]
        or any(each.witness.source in together and each.witness.weight >= _ENOUGH for each in names[name])
    ]


def _weight(candidates: list[Candidate]) -> float:
    sources: dict[str, float] = {}
    for _, witness in candidates:
        sources[witness.source] = max(witness.weight, sources.get(witness.source, 0.0))
    return sum(sources.values())


def _best(candidates: list[Candidate]) -> Field[str]:
    """Returns the field that stands in the text, if one does; else the weightiest."""
    best = max(
        candidates, key=lambda each: (each.witness.byline, each.field.span is not None, each.witness.weight)
    )
    return best.field


def _witnesses(page: Page, title: Field[str] | None) -> Iterator[Witness]:
    shown = (
        Witness(each.proof, each.weight, f"line {each.proof.span}", each.outright)
        for each in bylines(page, title)
    )
    alone = (Witness(each.proof, each.weight, "alone") for each in names_alone(page, title))
    entries = _entries(page, title)
    for witness in (*_in_markup(page), *_marked(page, title), *shown, *alone):
        if not _NO_NAME.search(witness.proof.raw) and not _is_of_entry(page, witness, entries):
            yield witness


class _Entries(NamedTuple):
    """The entries in a list of other pages: the numbers of their lines, and their words."""

    lines: frozenset[int]
    words: str


def _entries(page: Page, title: Field[str] | None) -> _Entries:
    numbers = lines_of_other_pages(page, title)
    lines = (page.lines[number] for number in sorted(numbers) if number < len(page.lines))
    return _Entries(numbers, "\n".join(page.text[line.start : line.end] for line in lines))


def _is_of_entry(page: Page, witness: Witness, entries: _Entries) -> bool:
    if witness.proof.span is not None:
        return page.line_at(witness.proof.span.start) in entries.lines
    return witness.source.startswith(_SHOWN) and witness.proof.value in entries.words


def _in_markup(page: Page) -> Iterator[Witness]:
    """Yields what the mark-up says; several authors of one node count alike, those of other nodes less."""
    nodes: dict[str, str] = {}
    for said in said_in_markup(page, "authors"):
        if said.source.startswith(_SHOWN) and not are_names(_without_by(said.value), alone=True):
            continue
        node = _node(said.proof.locator or "", said.source)
        same = nodes.setdefault(said.source, node) == node
        yield Witness(said.proof, weights_of("authors")[said.source] if same else said.weight, said.source)


def _without_by(words: str) -> str:
    opening = byline_start().match(words)
    return words[opening.end() :] if opening else words


def _node(locator: str, source: str) -> str:
    """Returns what the authors of one report share: the JSON-LD node, the head, or the element."""
    if source.startswith("jsonld:"):
        return re.split(r"/(?:author|creator)\b", locator)[0]
    return "head" if "/head/" in locator or locator.startswith("xmp/") else locator


def _marked(page: Page, title: Field[str] | None) -> Iterator[Witness]:
    """Yields the names in marked elements: those nearest to the title count, others little."""
    beside = distances(page, title, *_LINES_BESIDE)
    found = []
    first = next(iter(title_lines(page, title)), None)
    place = page.lines[first].start if first is not None else 0
    for marked in marked_names(page, place):
        number = page.line_at(marked.start)
        end = min(
            end_of_names(page, page.lines[number].end, marked.start), marked.start + len(marked.proof.raw)
        )
        proof = proof_at(page.document, marked.start, end)
        if proof is not None and are_names(proof.value, alone=True, caseless=True):
            found.append((proof, beside.get(number)))
    nearest = min((abs(at) for _, at in found if at is not None), default=0)
    for proof, at in found:
        near = at is not None and abs(at) <= nearest + 1
        yield Witness(proof, _MARKED if near else _MARKED_ELSEWHERE, "marked" if near else "marked elsewhere")

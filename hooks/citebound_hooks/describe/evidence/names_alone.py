"""Names that stand alone on a line below the title, without a "by".

Such a line may as well be a subtitle. So a name counts where something more speaks for it: a known given name, a
neighbour in the same list of names that has one, or a sentence that says who the person is. Without that it is a hint,
which other evidence (mark-up, a marked element) has to join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from citebound.model import Field
from citebound_hooks.actors.lexicon.tables import given_names
from citebound_hooks.describe.evidence.name_forms import are_names, is_function
from citebound_hooks.describe.evidence.places import distances, is_heading
from citebound_hooks.describe.names import is_organisation, name_words, split_names
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.persons import has_initial
from citebound_hooks.describe.proof import Proof, part_of, proof_at
from citebound_hooks.describe.title_page import head_lines
from citebound_hooks.language.alternatives import alternatives

_CERTAIN, _PERHAPS = 1.0, 0.6
_MOST_WORDS = 4
_LONGEST = 200
_LINES_BELOW = 3
_PLACE = re.compile(r"\s(?:in|à|en|aus)\s(?=[^\W\d_a-z])[^,.:;|]{2,40}$")


class NameAlone(NamedTuple):
    """A line that may be an author's name, and how much it counts."""

    proof: Proof
    weight: float


def names_alone(page: Page, title: Field[str] | None) -> Iterator[NameAlone]:
    """Yields the lines of a name alone below the title."""
    group: list[Proof] = []
    for proof in (_without_function(page, each) for each in _below(page, title)):
        if not _is_name(page.text, proof):
            continue
        if group and not _follows(page.text, group[-1], proof):
            yield from _weighed(page.text, group)
            group = []
        group.append(proof)
    yield from _weighed(page.text, group)


def _weighed(text: str, group: list[Proof]) -> Iterator[NameAlone]:
    known = any(_has_given_name(proof.value) or has_initial(proof.value) for proof in group)
    for proof in group:
        certain = known or _has_function(text, proof) or _is_introduced(text, proof)
        yield NameAlone(proof, _CERTAIN if certain else _PERHAPS)


def _has_function(text: str, proof: Proof) -> bool:
    return proof.span is not None and text.startswith(",", proof.span.end)


def _has_given_name(words: str) -> bool:
    return words.split(maxsplit=1)[0].casefold() in given_names()


def _is_name(text: str, proof: Proof) -> bool:
    words = proof.value
    if len(words) > _LONGEST or not are_names(words) or is_organisation(words):
        return False
    names = [words[start:end] for start, end in split_names(words)]
    lengths = [len(name.split()) for name in names]
    if max(lengths, default=0) > _MOST_WORDS or (len(names) > 1 and min(lengths) == 1):
        return False
    after = proof.span.end if proof.span else 0
    return (
        len(names) == 1
        or any(map(_has_given_name, names))
        or all(_has_introduction(text, name, after) for name in names)
    )


def _without_function(page: Page, proof: Proof) -> Proof:
    """Returns a name without the function behind it: "Jane Doe, Staff Writer"."""
    place = _PLACE.search(proof.raw)
    if place is not None and _has_given_name(proof.value):  # "Jane Doe in Lomas"
        return part_of(page.document, proof, 0, place.start())
    name, comma, function = proof.raw.partition(", ")
    if comma and is_function(function):
        return part_of(page.document, proof, 0, len(name))
    return proof


def _follows(text: str, before: Proof, proof: Proof) -> bool:
    """Tells whether a line is the next one, without a blank line between."""
    if before.span is None or proof.span is None:
        return False
    return text[before.span.end : proof.span.start].strip(" \t\r*_") == "\n"


def _is_introduced(text: str, proof: Proof) -> bool:
    """Tells whether a sentence says who somebody is: "Jane Doe is a research fellow at …"."""
    if proof.span is None:
        return False
    names = [proof.value[start:end] for start, end in split_names(proof.value)]
    return all(_has_introduction(text, name, proof.span.end) for name in names)


def _has_introduction(text: str, name: str, after: int) -> bool:
    place = text.find(name, after)
    return place >= 0 and _introduction().match(text, place + len(name)) is not None


@cache
def _introduction() -> re.Pattern[str]:
    words = name_words()
    is_ = alternatives(words.introductions)
    return re.compile(rf"\s(?:{is_})\s[^.\n]{{0,60}}\b(?:{alternatives(words.professions)})\b", re.IGNORECASE)


def _below(page: Page, title: Field[str] | None) -> Iterator[Proof]:
    """Yields the next lines of a web page, or those of the title page of another document."""
    if title is None or title.span is None:
        return
    if page.document.media_type not in WEB:
        yield from (
            line.proof for line in head_lines(page) if line.proof.span and line.proof.span > title.span
        )
        return
    for number in distances(page, title, 0, _LINES_BELOW):
        line = page.lines[number]
        proof = proof_at(page.document, line.start, line.end)
        if proof is not None and not is_heading(page, line):
            yield proof

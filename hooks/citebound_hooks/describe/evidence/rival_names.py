"""Names of which some speak for the same author: which of them are left, before they are weighed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from citebound.model import Field
from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.names import as_spoken, in_breaths
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof

_FEWEST_JOINT = 3
_CITED = "citation_author"


class Witness(NamedTuple):
    """Words that name one author or several.

    Attributes:
        proof: The words.
        weight: How much they count.
        source: What they stand in: of several witnesses of one source only the weightiest counts for a name.
        byline: Whether the page says outright that they are the authors.
    """

    proof: Proof
    weight: float
    source: str
    byline: bool = False


class Candidate(NamedTuple):
    """A name that may be an author's, from one witness."""

    field: Field[str]
    witness: Witness


def listed(names: Mapping[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """Returns the names that the page lists one by one for those who cite it (Highwire); none if it lists none."""
    return {
        name: candidates
        for name, candidates in names.items()
        if any(each.witness.source == _CITED for each in candidates)
    }


def without_joint(names: Mapping[str, list[Candidate]]) -> Mapping[str, list[Candidate]]:
    """Leaves out a name that is two of the others: "Jane Doe and Coast Wire", where each is named alone as well."""
    if len(names) < _FEWEST_JOINT:
        return names
    breaths = {name: set(map(letters, in_breaths(each[0].field.value))) for name, each in names.items()}
    return {
        name: each for name, each in names.items() if len(breaths[name]) < 2 or breaths[name] - names.keys()
    }


def without_unseen(page: Page, names: Mapping[str, list[Candidate]]) -> Mapping[str, list[Candidate]]:
    """Leaves out the names that the page nowhere shows, where it shows others in a byline: readers see those."""
    bylined = any(each.witness.byline for candidates in names.values() for each in candidates)
    unseen = {name for name, candidates in names.items() if not any(each.field.span for each in candidates)}
    if not bylined or not unseen:
        return names
    text = page.text.casefold()
    return {
        name: candidates
        for name, candidates in names.items()
        if name not in unseen or _is_seen(candidates[0].field.value, text)
    }


def _is_seen(name: str, text: str) -> bool:
    """Tells a name that the page shows; a single word may be any, and tells nothing beside a byline."""
    return " " in name and (name.casefold() in text or as_spoken(name).casefold() in text)


def with_whole_names(names: Mapping[str, list[Candidate]]) -> Mapping[str, list[Candidate]]:
    """Gives to a byline's name the evidence for a part of it, or for more than it: "Todd" and "Todd Bates"."""
    words = {name: as_spoken(each[0].field.value).casefold().split() for name, each in names.items()}
    bylined = [name for name, each in names.items() if any(c.witness.byline for c in each)]
    joined = {name: list(candidates) for name, candidates in names.items()}
    for name in bylined:
        for other in [each for each in joined if each != name and each not in bylined]:
            part, whole = sorted((words[other], words[name]), key=len)
            if part and (whole[: len(part)] == part or whole[-len(part) :] == part):
                joined[name] += joined.pop(other)
    return joined

"""Decides which references in brackets are citations of a source, and gives each outlet its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from citebound.model import CitationKind
from citebound_hooks.citations.lexicon import folded, words
from citebound_hooks.citations.outlets import (
    is_acronym,
    is_described,
    is_known,
    is_medium,
    is_plausible,
    spelt_out_before,
)
from citebound_hooks.citations.own import OwnNames
from citebound_hooks.citations.segments import Reference

_SEVERAL = re.compile(r"\s?[,/]\s?|\s(?:and|et|&)\s")
_ET_AL = re.compile(r"\bet al\b")


class Cited(NamedTuple):
    """One outlet with one date.

    Attributes:
        outlet: Its name.
        reference: The part of the brackets that says so.
        kind: Self for the publisher's own; see-also for a pointer.
        rule: What made it.
    """

    outlet: str
    reference: Reference
    kind: CitationKind
    rule: str


def cited_outlets(references: Iterable[Reference]) -> frozenset[str]:
    """Returns the outlets, folded, that the document cites by name and day: one name, no list."""
    return frozenset(
        folded(reference.outlet)
        for reference in references
        if reference.date
        and reference.date.parts.month
        and not _SEVERAL.search(reference.outlet)
        and is_plausible(reference.outlet)
        and folded(reference.outlet) not in _places()
    )


def accepted(
    text: str, opened: int, references: Sequence[Reference], seen: frozenset[str], own: OwnNames
) -> Iterator[Cited]:
    """Yields the citations among the references of one pair of brackets.

    A name with a day or month is one; with a year alone, or behind "see" without a date, only a medium's name; a
    name without a date only beside another citation; a date without a name belongs to the outlet before it.
    """
    rules = [_rule(reference, seen, own) for reference in references]
    if len(references) == 1 and is_acronym(references[0].outlet) and not is_known(references[0].outlet):
        rules = [
            None if spelt_out_before(references[0].outlet, text[max(0, opened - 200) : opened]) else rules[0]
        ]
    if not any(rules) and _are_author_and_year(references):
        rules = ["citations.author-year"] * len(references)
    if not any(rules):
        return
    outlets: tuple[str, ...] = ()
    for reference, found in zip(references, rules, strict=True):
        rule = found
        if reference.outlet:
            outlets = _split(reference.outlet, seen)
            rule = rule or ("citations.undated" if _stands_beside(reference, seen) else None)
        elif reference.date:
            rule = "citations.same-outlet"
        if rule is None:
            outlets = ()
        yield from (Cited(outlet, reference, _kind(outlet, reference, own), rule or "") for outlet in outlets)


def _are_author_and_year(references: Sequence[Reference]) -> bool:
    """Whether all are authors with a year, and several or with a page: "(Lovo 2014: 23; Strand and Okoro, 2016)"."""
    if len(references) < 2 and not any(reference.paged for reference in references):
        return False
    return all(
        reference.date
        and reference.date.parts.year
        and is_plausible(reference.outlet)
        and folded(reference.outlet) not in _places()
        for reference in references
    )


def _kind(outlet: str, reference: Reference, own: OwnNames) -> CitationKind:
    if own.include(outlet, reference.pointer):
        return "self"
    return "see-also" if reference.pointer else "source"


def _rule(reference: Reference, seen: frozenset[str], own: OwnNames) -> str | None:
    """Names the rule by which a reference alone makes its brackets a citation, or None."""
    outlet = reference.outlet
    if not outlet or not is_plausible(outlet) or (folded(outlet) in _places() and folded(outlet) not in seen):
        return None
    if reference.date and reference.date.parts.month:
        return "citations.outlet-date"
    medium = is_medium(outlet, seen) or own.include(outlet)
    if reference.date:
        return "citations.outlet-year" if medium or is_acronym(outlet) or _ET_AL.search(outlet) else None
    return "citations.pointer" if reference.pointer and medium else None


def _stands_beside(reference: Reference, seen: frozenset[str]) -> bool:
    """Whether a name without a date, with a year alone or "n.d." may be an outlet, beside one that is."""
    outlet = reference.outlet
    if not is_plausible(outlet) or folded(outlet) in _places():
        return False
    told = reference.date is not None or is_described(outlet)
    return told or is_medium(outlet, seen) or is_acronym(outlet)


def _split(outlet: str, seen: frozenset[str]) -> tuple[str, ...]:
    """The outlets of a list such as "AFP/Reuters", if each is known; else the name, without a title behind it."""
    parts = tuple(part for part in _SEVERAL.split(outlet) if part)
    if len(parts) > 1 and all(is_known(part, seen) for part in parts):
        return parts
    name, comma, _ = outlet.partition(",")
    return (name,) if comma and is_known(name, seen) else (outlet,)


@cache
def _places() -> frozenset[str]:
    return frozenset(map(folded, words().places))

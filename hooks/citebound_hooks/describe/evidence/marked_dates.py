"""The dates that the mark-up of a page gives under one of the names of `markup.toml`."""

from __future__ import annotations

from functools import lru_cache

from citebound.dates import parse_date
from citebound.model import Date
from citebound_hooks.describe.evidence.agreement import Evidence
from citebound_hooks.describe.evidence.markup import said_in_markup
from citebound_hooks.describe.page import Page


@lru_cache(maxsize=4)
def dates_in_markup(page: Page, field: str) -> tuple[Evidence, ...]:
    """Returns the dates of a field, those of the weightiest names first."""
    found = []
    for said in said_in_markup(page, field):
        date = parse_date(said.value)
        if date is not None and date.iso is not None:
            dated = Date(raw=said.proof.raw, iso=date.iso, precision=date.precision)
            found.append(Evidence(dated, said.weight, said.proof))
    return tuple(found)

"""The dates that the mark-up of a page gives under one of the names of `markup.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.dates import parse_date
from citebound.model import Date
from citebound_hooks.describe.evidence.agreement import Evidence
from citebound_hooks.describe.evidence.markup import said_in_markup
from citebound_hooks.describe.page import Page


def dates_in_markup(page: Page, field: str) -> Iterator[Evidence]:
    """Yields the dates of a field, those of the weightiest names first."""
    for said in said_in_markup(page, field):
        date = parse_date(said.value)
        if date is not None and date.iso is not None:
            dated = Date(raw=said.proof.raw, iso=date.iso, precision=date.precision)
            yield Evidence(dated, said.weight, said.proof)

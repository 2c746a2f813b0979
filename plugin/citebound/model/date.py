"""Dates as the contract writes them: just the parts known, nothing filled in."""

from __future__ import annotations

from typing import Literal

from citebound.model.span import Span
from citebound.model.value import Value

Precision = Literal["day", "month", "year"]


class Date(Value, frozen=True, kw_only=True):
    """A date as printed and as resolved.

    Attributes:
        raw: The words of the page, e.g. `24 March 2017`.
        iso: `2017-03-24`, `2017-03` or `2017`; None where the text does not decide.
        iso_end: The end of a range, else None.
        precision: How much of `iso` is known; None with it.
        span: Where it stands; None for a date from markup or from the desk.
    """

    raw: str
    iso: str | None
    iso_end: str | None = None
    precision: Precision | None = None
    span: Span | None = None

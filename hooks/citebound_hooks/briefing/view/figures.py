"""What the figures of a briefing show: values only, as a template prints them."""

from __future__ import annotations

from typing import Literal

from citebound.model import Date
from citebound_hooks.briefing.view.values import Speaker, ViewValue


class Moment(ViewValue, frozen=True, kw_only=True):
    """A date of the timeline, with all that the source dates so.

    Attributes:
        first: The first day that the date can mean, as ISO 8601 writes it.
        last: The last such day.
        extent: `day`; `within` if only month or year are known; `throughout` for a range.
        types: The kinds of its events, each once.
        sayings: The kinds of what was said then, each once.
        items: How many rows of the chronology have the date.
        ahead: Whether it lies behind the publication of the report.
    """

    date: Date
    first: str
    last: str
    extent: Literal["day", "within", "throughout"]
    types: tuple[str, ...]
    sayings: tuple[str, ...]
    items: int
    ahead: bool


class Timeline(ViewValue, frozen=True, kw_only=True):
    """The dates of the chronology on a line.

    Attributes:
        moments: The dates, in the order of time.
        left_out: How many other resolved dates there are, for which the line has no room.
        unresolved: How many rows of the chronology have a date that the text does not resolve.
    """

    moments: tuple[Moment, ...]
    left_out: int
    unresolved: int


class Route(ViewValue, frozen=True, kw_only=True):
    """The way of some claims to the publisher.

    Attributes:
        speaker: Who said it; None if the source does not tell.
        relays: Who carried it, step by step; parallel relays share a step.
        claims: The ids of the claims that came this way.
    """

    speaker: Speaker | None
    relays: tuple[tuple[str, ...], ...]
    claims: tuple[str, ...]


class AttributionChain(ViewValue, frozen=True, kw_only=True):
    """Who said it, who carried it, who published it, who republished it.

    Attributes:
        routes: In the order of the text.
        left_out: How many other routes there are.
        publisher: None if the page does not name one.
        republisher: None if this copy is the publisher's own.
    """

    routes: tuple[Route, ...]
    left_out: int
    publisher: str | None
    republisher: str | None

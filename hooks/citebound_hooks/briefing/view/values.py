"""What all values of the view have in common, and who speaks."""

from __future__ import annotations

import msgspec


class ViewValue(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all values of the view."""


class Speaker(ViewValue, frozen=True, kw_only=True):
    """Who says something.

    Attributes:
        name: The actor's name, or the source's words for somebody without one.
        named: True for an actor's name.
    """

    name: str
    named: bool

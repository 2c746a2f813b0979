"""Shapes of a figure: lines and dots, in points from the upper left corner of the figure."""

from __future__ import annotations

from typing import NamedTuple

Colour = tuple[float, float, float]
Place = tuple[float, float]


class Stroke(NamedTuple):
    """A line through some places; closed and filled if it has a filling.

    Attributes:
        colour: Of the line; of the filling too, unless that has its own.
    """

    places: tuple[Place, ...]
    colour: Colour
    thickness: float = 0.6
    filling: Colour | None = None


class Dot(NamedTuple):
    """A circle."""

    centre: Place
    radius: float
    colour: Colour
    filling: Colour
    thickness: float = 0.8


Shape = Stroke | Dot


def box(corner: Place, across: Place, colour: Colour, filling: Colour) -> Stroke:
    """Draws a rectangle between two corners."""
    (left, top), (right, bottom) = corner, across
    return Stroke(((left, top), (right, top), (right, bottom), (left, bottom)), colour, 0.6, filling)


def arrow(start: Place, end: float, colour: Colour) -> tuple[Stroke, Stroke]:
    """Draws a level arrow that points to the right, and ends there."""
    height = start[1]
    shaft = Stroke((start, (end - HEAD, height)), colour)
    head = ((end, height), (end - HEAD, height - HEAD * 0.45), (end - HEAD, height + HEAD * 0.45))
    return shaft, Stroke(head, colour, 0.1, colour)


HEAD = 4.5

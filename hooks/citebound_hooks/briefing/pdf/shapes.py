"""Shapes as drawing operators (ISO 32000-1, 8.5)."""

from __future__ import annotations

from citebound_hooks.briefing.pdf.numbers import numbers
from citebound_hooks.briefing.setting.drawing import Dot, Shape, Stroke

ROUND = 0.5523  # of the radius: where the handles of four curves stand that make a circle


def operators(shape: Shape, left: float, top: float) -> str:
    """Writes a shape, given the place of its figure's upper left corner on the page."""
    return _dot(shape, left, top) if isinstance(shape, Dot) else _stroke(shape, left, top)


def _stroke(shape: Stroke, left: float, top: float) -> str:
    first, *others = (numbers(left + x, top - y) for x, y in shape.places)
    path = " ".join([f"{first} m", *(f"{place} l" for place in others)])
    paint = "S" if shape.filling is None else "b"
    filling = f"{numbers(*shape.filling)} rg " if shape.filling else ""
    return f"{filling}{numbers(*shape.colour)} RG {numbers(shape.thickness)} w {path} {paint}"


def _dot(shape: Dot, left: float, top: float) -> str:
    x, y, r = left + shape.centre[0], top - shape.centre[1], shape.radius
    k = r * ROUND
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    path = " ".join(f"{numbers(*curve)} c" for curve in curves)
    colours = f"{numbers(*shape.filling)} rg {numbers(*shape.colour)} RG {numbers(shape.thickness)} w"
    return f"{colours} {numbers(x + r, y)} m {path} b"

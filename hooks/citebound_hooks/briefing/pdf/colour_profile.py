"""The sRGB colour profile, made from the numbers of IEC 61966-2-1 (ICC.1:2001, version 2 matrix profile)."""

from __future__ import annotations

import struct
from functools import cache

WHITE = (0.9642, 1.0, 0.8249)
PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.7141),
}
STEPS = 1024


@cache
def srgb_profile() -> bytes:
    """Returns the profile; always the same bytes."""
    curve = _curve()
    tags = {b"desc": _description(b"sRGB IEC61966-2.1"), b"cprt": b"text\0\0\0\0CC0\0", b"wtpt": _xyz(WHITE)}
    tags |= {name: _xyz(value) for name, value in PRIMARIES.items()}
    tags |= {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    start = 128 + 4 + 12 * len(tags)
    table, body, places = struct.pack(">I", len(tags)), b"", {}
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", places[data], len(data))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    head = struct.pack(
        ">I4xI4s4s4s6H4s", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp"
    )
    return head.ljust(68, b"\0") + b"".join(map(_fixed, WHITE)) + b"\0" * 48


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, value))


def _description(text: bytes) -> bytes:
    return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79


def _curve() -> bytes:
    values = [_linear(step / (STEPS - 1)) for step in range(STEPS)]
    return b"curv\0\0\0\0" + struct.pack(">I", STEPS) + struct.pack(f">{STEPS}H", *values)


def _linear(value: float) -> int:
    """The transfer function of sRGB."""
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(65535 * light)

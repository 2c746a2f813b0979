"""The line of a timeline: where its days stand, and where time is shortened so that each finds its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days on a line.

    Attributes:
        days: Day numbers, in order.
        places: Where each stands.
        breaks: Between which places time is shortened.
    """

    days: Sequence[int]
    places: Sequence[float]
    breaks: Sequence[tuple[float, float]]

    def place(self, day: int) -> float:
        """Returns the place of a day between the first one and the last one."""
        at = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        share = (day - self.days[at]) / (self.days[at + 1] - self.days[at])
        return self.places[at] + share * (self.places[at + 1] - self.places[at])


def time_axis(days: Sequence[int], width: float, apart: float) -> TimeAxis:
    """Lays days out on one scale; the longest stretches without any are shortened until no two stand too close.

    Args:
        days: Two or more day numbers, in order, each once.
        width: Of the line.
        apart: The least distance of two days; less if so many do not fit.
    """
    lengths = [later - earlier for earlier, later in pairwise(days)]
    apart = min(apart, width / len(lengths))
    longest = sorted(range(len(lengths)), key=lambda at: (-lengths[at], at))
    rest, count, scale, least = sum(lengths), 0, width / sum(lengths), min(lengths)
    while least * scale < apart - 1e-9 and count < len(lengths) - 1:
        rest -= lengths[longest[count]]
        count += 1
        scale = (width - count * apart) / rest
    short = set(longest[:count])
    places = [0.0]
    for at, length in enumerate(lengths):
        places.append(places[-1] + (apart if at in short else length * scale))
    return TimeAxis(days, places, [(places[at], places[at + 1]) for at in sorted(short)])


def lanes(labels: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Gives each label a lane below the line, so that none covers another or the thread of one below it.

    Args:
        labels: Left end and width of each, by their left ends. Threads run down at the left ends.
        gap: Between two labels of a lane.
    """
    found = [0] * len(labels)
    ends: list[float] = []
    for at in range(len(labels) - 1, -1, -1):
        left, width = labels[at]
        lane = next((lane for lane, end in enumerate(ends) if left + width + gap <= end), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[: lane + 1] = [left] * (lane + 1)
        found[at] = lane
    return found

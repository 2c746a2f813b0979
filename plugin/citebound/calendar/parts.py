"""What is printed of a date, and the ISO form of it."""

from __future__ import annotations

from calendar import monthrange
from typing import NamedTuple

from citebound.model import Precision


class DateParts(NamedTuple):
    """The parts of a date that are printed; None for what is not.

    Attributes:
        year: Four digits.
        month: As printed: an impossible number stays, so that it can be told.
        day: As printed.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def possible(self) -> bool:
        """Whether such a day exists in the Gregorian calendar (29 February without a year does)."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= self._last_day()

    @property
    def precision(self) -> Precision | None:
        """How much is known; None without a year, or where the parts leave a gap or make no day."""
        if self.year is None or not self.possible:
            return None
        if self.month is None:
            return "year" if self.day is None else None
        return "month" if self.day is None else "day"

    @property
    def iso(self) -> str | None:
        """The ISO 8601 form: just the parts known, `2017-03-24`, `2017-03` or `2017`; None without a year."""
        precision = self.precision
        if precision is None:
            return None
        known = {"year": 1, "month": 2, "day": 3}[precision]
        return "-".join(f"{part:0{4 if not at else 2}d}" for at, part in enumerate(self[:known]))

    def _last_day(self) -> int:
        if self.month is None:
            return 31
        return monthrange(self.year if self.year is not None else 2000, self.month)[1]

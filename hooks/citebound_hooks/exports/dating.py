"""The time that exports bear where their format demands one: never the clock's."""

from __future__ import annotations

from datetime import UTC, datetime

from citebound.source_date import source_date

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""What stands where no time is known, as in a briefing's PDF."""


def time_of_export() -> datetime:
    """Returns SOURCE_DATE_EPOCH, else `EPOCH`.

    Raises:
        ConfigurationError: If SOURCE_DATE_EPOCH is no number of seconds.
    """
    return source_date() or EPOCH

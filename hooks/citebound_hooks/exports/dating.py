"""The time that exports bear where their format demands one: never the clock's."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from citebound.errors import ConfigurationError

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""What stands where no time is known, as in a briefing's PDF."""


def time_of_export() -> datetime:
    """Returns SOURCE_DATE_EPOCH, else `EPOCH`.

    Raises:
        ConfigurationError: If SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return EPOCH
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds") from error

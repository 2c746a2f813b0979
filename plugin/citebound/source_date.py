"""SOURCE_DATE_EPOCH: the moment that stands in for the clock, so that the same input gives the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from citebound.errors import ConfigurationError


def source_date() -> datetime | None:
    """Returns the moment of SOURCE_DATE_EPOCH in UTC; None if it is not set.

    Raises:
        ConfigurationError: If it is no number of seconds.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds") from error

"""Says what the time stamp of a signature is worth: when, by whom, and whether somebody trusted stands behind it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from citebound.model import TimeStamp
from citebound_hooks.signing.certificates import name_in, outside_of


def stamp_of(status: Any, moment: datetime, *, anybody_trusted: bool) -> TimeStamp | None:
    """Returns the time stamp that a checked signature bears; None if it bears none.

    Args:
        status: What pyHanko found of it.
        moment: Now; the authority's certificate has to hold.
        anybody_trusted: Whether the reader named certificates to trust.
    """
    found = status.timestamp_validity
    if found is None:
        return None
    time, by = found.timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), name_in(found.signing_cert)
    if not (found.intact and found.valid):
        return TimeStamp(time=time, by=by, state="broken", reason="is of another signature than this one")
    if not anybody_trusted:
        return TimeStamp(time=time, by=by, state="unknown")
    reason = _distrust(found, moment)
    return TimeStamp(time=time, by=by, state="unknown" if reason else "trusted", reason=reason)


def _distrust(found: Any, moment: datetime) -> str:
    """Why nobody trusted says the time; a certificate that is itself trusted has to be for time stamps, too."""
    usage = found.signing_cert.extended_key_usage_value
    if usage is None or "time_stamping" not in usage.native:  # RFC 3161, section 2.3
        return "was made with a certificate that is not for time stamps"
    reason = outside_of(found.signing_cert, moment)
    return reason or (
        "" if found.trusted else "is by nobody whom a certificate given with --trust stands behind"
    )


def moment_of(stamp: TimeStamp) -> datetime:
    """Returns the time that a stamp says."""
    return datetime.fromisoformat(stamp.time)

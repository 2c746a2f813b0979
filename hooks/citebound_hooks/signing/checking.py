"""Checks the signature of a finished briefing: is it intact, and does somebody trusted stand behind it?"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from citebound.model import Signature, SignatureState
from citebound.source_date import source_date
from citebound_hooks.signing.certificates import certificates_in, name_in, outside_of
from citebound_hooks.signing.time_stamp import moment_of, stamp_of

_USES = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})


def checked(content: bytes, trust: Sequence[Path]) -> Signature:
    """Returns what can be said of the signature of a briefing.

    Its certificate has to hold today; or, if somebody trusted stamped the time, on the day when it was made.

    Args:
        content: The file; its signature spans all of it.
        trust: Files with certificates (PEM or DER) that the reader trusts; none where nobody is known.

    Raises:
        UsageError: If one of those files holds no certificate.
    """
    now = source_date() or datetime.now(UTC)
    roots = certificates_in(trust)
    try:
        status, moment = _status(content, roots, now), now
        stamp = stamp_of(status, now, anybody_trusted=bool(trust))
        if stamp is not None and stamp.state == "trusted":
            moment = moment_of(stamp)
            status = _status(content, roots, moment)
    except Exception as error:  # damaged signatures make it raise what it likes
        return Signature(covers=True, state="broken", reason=f"cannot be read ({type(error).__name__})")
    state, reason = _judged(status, moment, anybody_trusted=bool(trust))
    return Signature(
        covers=True, state=state, signer=name_in(status.signing_cert), reason=reason, stamp=stamp
    )


def _status(content: bytes, roots: list[Any], moment: datetime) -> Any:
    """What pyHanko finds; the time stamp is judged as of today."""
    (embedded,) = PdfFileReader(BytesIO(content)).embedded_signatures
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment)
    with _without_log():
        return validate_pdf_signature(embedded, context, key_usage_settings=_USES, skip_diff=True)


def _judged(status: Any, moment: datetime, *, anybody_trusted: bool) -> tuple[SignatureState, str]:
    """What a signature is worth, and why nobody trusted stands behind it.

    A certificate that is itself trusted holds for as long as it says, too.
    """
    if not (status.intact and status.valid):
        return "broken", "is of another file than this one"
    if not anybody_trusted:
        return "unknown", ""
    reason = outside_of(status.signing_cert, moment)
    if not (reason or status.trusted):
        reason = "is by nobody whom a certificate given with --trust stands behind"
    return ("broken", reason) if reason else ("trusted", "")


@contextmanager
def _without_log() -> Iterator[None]:
    """Keeps pyHanko from logging what the findings say."""
    logger = logging.getLogger("pyhanko")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)

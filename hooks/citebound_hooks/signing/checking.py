"""Checks the signature of a finished briefing: is it intact, and does somebody trusted stand behind it?"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from citebound.errors import UsageError
from citebound.model import Signature
from citebound.source_date import source_date

_USES = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})


def checked(content: bytes, trust: Sequence[Path]) -> Signature:
    """Returns what can be said of the signature of a briefing.

    Args:
        content: The file; its signature spans all of it.
        trust: Files with certificates (PEM or DER) that the reader trusts; none where nobody is known.

    Raises:
        UsageError: If one of those files holds no certificate.
    """
    moment = source_date() or datetime.now(UTC)
    context = ValidationContext(trust_roots=_certificates(trust), allow_fetching=False, moment=moment)
    try:
        (embedded,) = PdfFileReader(BytesIO(content)).embedded_signatures
        with _without_log():
            status: Any = validate_pdf_signature(embedded, context, key_usage_settings=_USES, skip_diff=True)
    except Exception as error:  # damaged signatures make it raise what it likes
        return Signature(covers=True, state="broken", reason=f"cannot be read ({type(error).__name__})")
    signer = str(status.signing_cert.subject.native.get("common_name", "somebody without a name"))
    if not (status.intact and status.valid):
        return Signature(
            covers=True, state="broken", signer=signer, reason="is of another file than this one"
        )
    if not trust:
        return Signature(covers=True, state="unknown", signer=signer)
    reason = _distrust(status, moment)
    return Signature(covers=True, state="broken" if reason else "trusted", signer=signer, reason=reason)


def _distrust(status: Any, moment: datetime) -> str:
    """Why nobody trusted stands behind a signature; empty if somebody does.

    A certificate that is itself trusted holds for as long as it says, too.
    """
    first, last = status.signing_cert.not_valid_before, status.signing_cert.not_valid_after
    if not first <= moment <= last:
        return f"was made with a certificate that holds from {first.date()} to {last.date()}, not on {moment.date()}"
    return "" if status.trusted else "is by nobody whom a certificate given with --trust stands behind"


def _certificates(trust: Sequence[Path]) -> list[Any]:
    found: list[Any] = []
    for path in trust:
        try:
            certificates = list(load_certs_from_pemder_data(path.read_bytes()))
            found += [
                each for each in certificates if each.subject.native
            ]  # whatever is read late fails here
        except OSError as error:
            raise UsageError(f"--trust {path}: cannot be read: {error.strerror}") from error
        except ValueError as error:
            raise UsageError(f"--trust {path}: holds no certificate (PEM or DER)") from error
    return found


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

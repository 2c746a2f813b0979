"""The certificates that a reader trusts, and what stands in a certificate (RFC 5280)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data

from citebound.errors import UsageError


def certificates_in(trust: Sequence[Path]) -> list[Any]:
    """Returns all certificates of some files (PEM or DER).

    Raises:
        UsageError: If one of the files holds none.
    """
    return [certificate for path in trust for certificate in _certificates_of(path)]


def _certificates_of(path: Path) -> list[Any]:
    try:
        certificates = list(load_certs_from_pemder_data(path.read_bytes()))
        found = [each for each in certificates if each.subject.native]  # whatever is read late fails here
    except OSError as error:
        raise UsageError(f"--trust {path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"--trust {path}: holds no certificate (PEM or DER)") from error
    if not found:  # as of a file with a key alone
        raise UsageError(f"--trust {path}: holds no certificate (PEM or DER)")
    return found


def name_in(certificate: Any) -> str:
    """Returns the name of whom a certificate is for."""
    return str(certificate.subject.native.get("common_name", "somebody without a name"))


def outside_of(certificate: Any, moment: datetime) -> str:
    """Says when a certificate holds, if it does not at that moment; else nothing."""
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if first <= moment <= last:
        return ""
    return (
        f"was made with a certificate that holds from {first.date()} to {last.date()}, not on {moment.date()}"
    )

"""The key that signs: a certificate and its private key in a PKCS#12 file (RFC 7292)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates, load_pkcs12
from cryptography.x509 import Certificate
from pyhanko.sign.signers import SimpleSigner

from citebound.errors import UsageError
from citebound_hooks.signing.passphrase import FILE_VARIABLE, VARIABLE


def load_signer(key: Path, passphrase: bytes | None, moment: datetime) -> SimpleSigner:
    """Loads the key.

    Args:
        key: The file.
        passphrase: What opens it; None for a file without one.
        moment: When it is to sign.

    Raises:
        UsageError: If the file cannot be read or opened, holds no key, or its certificate does not hold then.
    """
    try:
        content = key.read_bytes()
    except OSError as error:
        raise UsageError(f"{key}: the key cannot be read: {error.strerror}") from error
    certificate = _certificate(_opened(content, key, passphrase), key)
    if not certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc:
        first, last = certificate.not_valid_before_utc.date(), certificate.not_valid_after_utc.date()
        raise UsageError(f"{key}: its certificate holds from {first} to {last}, not on {moment.date()}")
    signer: SimpleSigner = SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=passphrase)
    return signer


def _opened(content: bytes, key: Path, passphrase: bytes | None) -> PKCS12KeyAndCertificates:
    try:
        return load_pkcs12(content, passphrase)
    except ValueError as error:
        if "password" not in str(error).lower():
            raise UsageError(f"{key}: is no PKCS#12 file") from error
        if passphrase is None:
            how = f"set {FILE_VARIABLE} or {VARIABLE}"
            raise UsageError(f"{key}: needs a passphrase; {how}, or use a terminal") from error
        raise UsageError(f"{key}: the passphrase is wrong") from error


def _certificate(opened: PKCS12KeyAndCertificates, key: Path) -> Certificate:
    if opened.key is None or opened.cert is None:
        missing = "private key" if opened.key is None else "certificate that belongs to its key"
        raise UsageError(f"{key}: holds no {missing}")
    return opened.cert.certificate

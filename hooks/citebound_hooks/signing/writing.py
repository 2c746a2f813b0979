"""Writes a signature behind a finished briefing, and nothing else (ETSI EN 319 142-1, PAdES B-B, with a time B-T)."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import TimestampRequestError

from citebound.errors import UnavailableError
from citebound.source_date import source_date
from citebound_hooks.signing.key import load_signer
from citebound_hooks.signing.time_server import TimeServer

FIELD = "Signature"
_METADATA = PdfSignatureMetadata(
    field_name=FIELD,
    md_algorithm="sha256",
    subfilter=SigSeedSubFilter.PADES,
    certify=True,
    docmdp_permissions=MDPPerm.NO_CHANGES,
)
_FIELD_SPEC = SigFieldSpec(
    FIELD,
    invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
    readable_field_name="Signature of the briefing",
)


def signed(content: bytes, key: Path, passphrase: bytes | None, timestamp: str | None = None) -> bytes:
    """Returns the briefing with a signature appended that allows no later change.

    The field lies outside of the page and has no size: PDF/A wants no hidden fields, PDF/UA no visible ones without
    a place in the structure. With SOURCE_DATE_EPOCH and an RSA key, the same input gives the same bytes, unless
    somebody else says when it was.

    Args:
        content: The briefing as it was rendered.
        key: A PKCS#12 file.
        passphrase: Opens it.
        timestamp: The address of a server for time stamps (RFC 3161).

    Raises:
        UsageError: If the key cannot be used.
        UnavailableError: If the server gives no time stamp.
    """
    moment = source_date() or datetime.now(UTC).replace(microsecond=0)
    signer = load_signer(key, passphrase, moment)
    server = TimeServer(timestamp) if timestamp else None
    out = BytesIO()
    writer = _DatedSigner(moment, _METADATA, signer=signer, new_field_spec=_FIELD_SPEC, timestamper=server)
    try:
        writer.sign_pdf(_SignatureOnly(BytesIO(content)), output=out)
    except (TimestampRequestError, AssertionError, KeyError, TypeError, ValueError) as error:
        if server is None:
            raise
        why = str(error) if isinstance(error, TimestampRequestError) else "answered with no time stamp"
        raise UnavailableError(f"no time stamp from {server.shown}: {why}; nothing is signed") from error
    return out.getvalue()


class _SignatureOnly(IncrementalPdfFileWriter):
    """Leaves the metadata as they are, and draws the file's identifier from its content."""

    def _update_meta(self) -> None:
        return

    @classmethod
    def _handle_id(cls, prev: Any) -> ArrayObject:
        first = prev.trailer["/ID"][0]
        prev.stream.seek(0)
        digest = sha256(prev.stream.read()).digest()[:16]
        return ArrayObject(
            [ByteStringObject(getattr(first, "original_bytes", first)), ByteStringObject(digest)]
        )


class _DatedSigner(PdfSigner):
    """Signs at a stated moment."""

    def __init__(self, moment: datetime, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._moment = moment

    def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> Any:
        """Begins to sign; the clock is not asked."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._moment
        return session

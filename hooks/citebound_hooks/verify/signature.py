"""Has the signature of a briefing checked, where the library for it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from msgspec.structs import replace

from citebound.errors import UsageError
from citebound.model import Signature

_EXTRA = "pip install 'citebound[sign]'"


def signature_held(content: bytes, signature: Signature | None, trust: Sequence[Path]) -> Signature | None:
    """Returns the signature with what a check of it says.

    Args:
        content: The finished file.
        signature: What stands in it; None for an unsigned one, which is an error if somebody is to be trusted.
        trust: Files with certificates that the reader trusts.

    Raises:
        UsageError: If a certificate cannot be read, or cannot be used because the extra is missing.
    """
    if signature is None:
        missing = Signature(covers=False, state="broken", reason="is missing; --trust asks for one")
        return missing if trust else None
    if not signature.covers:
        return signature
    if find_spec("pyhanko") is None:
        if trust:
            raise UsageError(f"--trust needs an extra: {_EXTRA}")
        return replace(signature, reason=f"that needs an extra: {_EXTRA}")
    from citebound_hooks.signing.checking import checked

    return checked(content, trust)

"""Signs what is sent, so that the receiver can tell who sent it and when.

The header `Citebound-Signature: t=SECONDS,v1=HEX` holds the time of sending and the HMAC-SHA256 of `SECONDS.BODY`
under the shared secret. A receiver computes it anew, compares in constant time, and refuses old times.
"""

from __future__ import annotations

import hmac

HEADER = "Citebound-Signature"
TOLERANCE_SECONDS = 300


def signature(body: bytes, secret: bytes, seconds: int) -> str:
    """Returns the header's value."""
    return f"t={seconds},v1={hmac.new(secret, b'%d.' % seconds + body, 'sha256').hexdigest()}"


def is_genuine(header: str, body: bytes, secret: bytes, now: float) -> bool:
    """Whether a message was signed with the secret, and not long ago: what a receiver in Python may use."""
    sent = header.partition(",")[0].removeprefix("t=")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 16) or abs(now - int(sent)) > TOLERANCE_SECONDS:
        return False
    return hmac.compare_digest(header.encode(), signature(body, secret, int(sent)).encode())

"""Signs finished briefings with PAdES, so that a reader can tell who vouches for them; the extra `sign`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click


@hookimpl
def citebound_sign(content: bytes, key: Path, timestamp: str | None) -> bytes | None:
    """Signs with a PKCS#12 file, with the time of a server if one is named; another kind of key is not its own."""
    if key.suffix.lower() not in (".p12", ".pfx"):
        return None
    from citebound_hooks.signing.extra import needs_pyhanko

    with needs_pyhanko("--sign"):
        from citebound_hooks.signing.passphrase import passphrase_for
        from citebound_hooks.signing.writing import signed
    return signed(content, key, passphrase_for(key), timestamp)


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound sign`."""
    from citebound_hooks.signing.command import sign

    return [sign]

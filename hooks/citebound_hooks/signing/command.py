"""`citebound sign`: vouches for a finished briefing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.command_headings import REPORTS, under
from citebound.errors import UnreadableError, UsageError
from citebound.path_arguments import PathArgument

if TYPE_CHECKING:
    from citebound.commands import CommandSession


@under(REPORTS)
@click.command("sign")
@click.argument("briefing", type=PathArgument(), metavar="BRIEFING.pdf")
@click.option("--key", required=True, type=PathArgument(), metavar="KEY.p12", help="Your key, as PKCS#12.")
@click.option(
    "--passphrase-file",
    type=PathArgument(),
    metavar="FILE",
    help="Holds the passphrase of the key. [default: the environment, or asked for]",
)
@click.option(
    "--timestamp",
    metavar="URL",
    help="Let this server (RFC 3161) say when that was. It gets a digest, nothing else.",
)
@click.option(
    "-o",
    "--output",
    type=PathArgument(),
    metavar="PDF",
    help="Where to write. [default: beside the briefing, as NAME.signed.pdf]",
)
@click.pass_obj
def sign(
    session: CommandSession,
    briefing: Path,
    *,
    key: Path,
    passphrase_file: Path | None,
    timestamp: str | None,
    output: Path | None,
) -> None:
    """Sign a finished briefing with PAdES, and print where it stands.

    The passphrase of the key comes from --passphrase-file, from the environment (CITEBOUND_SIGN_PASSPHRASE or
    CITEBOUND_SIGN_PASSPHRASE_FILE), or is asked for.
    """
    from citebound.delivery import Delivery
    from citebound.uploads import upload_from
    from citebound_hooks.signing.extra import needs_pyhanko

    with needs_pyhanko("sign"):
        from citebound_hooks.signing.passphrase import passphrase_for
        from citebound_hooks.signing.writing import signed
    upload = upload_from(briefing)
    (document, *_) = session.workflow.read(upload)
    if document.finished is None or document.finished.briefing is None:
        raise UnreadableError("not a briefing of citebound: it carries no record", path=str(briefing))
    if document.finished.revisions > 1:
        raise UsageError(f"{briefing}: holds more than one revision; sign it as it was rendered")
    target = output or briefing.with_suffix(".signed.pdf")
    if target.resolve() in {path.resolve() for path in (key, passphrase_file) if path}:
        raise UsageError(f"{target}: the briefing would take the place of the key; name another -o")
    content = signed(upload.content, key, passphrase_for(key, passphrase_file), timestamp)
    for done in session.workflow.deliver(
        Delivery(briefing=document.finished.briefing, content=content, target=target)
    ):
        click.echo(done.where)

"""`citebound verify`: does a briefing still say what its source says?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.command_headings import REPORTS, under
from citebound.errors import UnreadableError
from citebound.file_names import shown
from citebound.media_types import PDF
from citebound.path_arguments import PathArgument

if TYPE_CHECKING:
    from citebound.commands import CommandSession
    from citebound.model import Document, FinishedBriefing


@under(REPORTS)
@click.command("verify")
@click.argument("briefing", type=PathArgument(), metavar="BRIEFING.pdf")
@click.argument("original", required=False, type=PathArgument())
@click.option(
    "--template",
    metavar="NAME",
    help="Template: its name, or a folder of your own. [default: the one that the briefing names]",
)
@click.option(
    "--trust",
    multiple=True,
    type=PathArgument(),
    metavar="CERT",
    help="A certificate that you trust (PEM or DER): the signer's own, or its authority's. May be repeated.",
)
@click.option(
    "--format",
    "form",
    default="text",
    metavar="NAME",
    help="Output format, one of those of `citebound check`. [default: text]",
)
@click.pass_obj
def verify(
    session: CommandSession,
    briefing: Path,
    original: Path | None,
    *,
    template: str | None,
    trust: tuple[Path, ...],
    form: str,
) -> None:
    """Prove that a briefing, its record and the original still agree.

    Every quotation is held against the source's words, every attachment against the digests, every page against the
    same briefing rendered anew. With ORIGINAL, the report itself is read again; with --trust, a signature is asked for.
    """
    from msgspec.structs import replace

    from citebound.uploads import upload_from
    from citebound_hooks.verify.anew import held_against_anew
    from citebound_hooks.verify.signature import signature_held

    try:
        upload = upload_from(briefing)
        (document, *_) = session.workflow.read(upload)
        if document.finished is None:
            raise UnreadableError(_why_not(document), path=shown(briefing))
        finished = _held_against_original(session, document.finished, original)
        finished = held_against_anew(session, upload.content, finished, template)
        finished = replace(finished, signature=signature_held(upload.content, finished.signature, trust))
    except UnreadableError as error:
        session.refuse(error, Path(error.path or briefing))
        return
    document = replace(document, finished=finished)
    checked = session.workflow.check(document, session.workflow.describe(document), path=shown(briefing))
    session.report(form, checked.findings, files=1, incomplete=checked.incomplete)
    if form == "text" and not any(finding.severity == "error" for finding in checked.findings):
        click.echo(_proof(finished, with_original=original is not None))


def _why_not(document: Document) -> str:
    """Says why a document cannot be proved."""
    if document.media_type != PDF:
        return f"{document.media_type} cannot be verified; verify the PDF of the briefing"
    return "not a briefing of citebound: it carries no record"


def _held_against_original(
    session: CommandSession, finished: FinishedBriefing, original: Path | None
) -> FinishedBriefing:
    """The briefing with the original that it is held against; of several in one file the one that it was made of."""
    if original is None:
        return finished
    from msgspec.structs import replace

    from citebound.redaction.masking import is_of
    from citebound.uploads import upload_from
    from citebound_hooks.verify.read_anew import read_anew

    sources = session.workflow.read(upload_from(original))
    known = finished.briefing.extraction.document if finished.briefing else None
    source = next((each for each in sources if known and is_of(known, each.text)), sources[0])
    finished = replace(finished, original_sha256=source.sha256, original_text=source.text)
    return read_anew(session, finished, source)


def _proof(finished: FinishedBriefing, *, with_original: bool) -> str:
    source = "the original" if with_original else "the source text in it (name the original to prove more)"
    return (
        f"Every quotation, field and attachment agrees with {source}.{_hidden(finished)}{_signed(finished)}"
    )


def _hidden(finished: FinishedBriefing) -> str:
    handling = finished.briefing.record.handling if finished.briefing else None
    said = handling.redacted if handling else None
    if said is None:
        return ""
    return f" It is redacted: {said.names} names and {said.spans} spans of the text are hidden, and were not looked at."


def _signed(finished: FinishedBriefing) -> str:
    signature = finished.signature
    if signature is None:
        return ""
    stamp = signature.stamp if signature.stamp and signature.stamp.state == "trusted" else None
    by = f" Signed by {signature.signer}." if signature.state == "trusted" else ""
    return f"{by} It was signed by {stamp.time}, says {stamp.by}." if stamp else by

"""`citebound verify`: does a briefing still say what its source says?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.errors import CiteboundError, UnreadableError

if TYPE_CHECKING:
    from citebound.commands import CommandSession
    from citebound.model import Briefing, FinishedBriefing


@click.command("verify")
@click.argument("briefing", type=click.Path(path_type=Path), metavar="BRIEFING.pdf")
@click.argument("original", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", default="text", show_default=True, metavar="NAME", help="Output format.")
@click.pass_obj
def verify(session: CommandSession, briefing: Path, original: Path | None, form: str) -> None:
    """Prove that a briefing, its record and the original still agree.

    Every quotation is held against the source's words, every attachment against the digests, every page against the
    same briefing rendered anew. With ORIGINAL, the report itself is read again.
    """
    from msgspec.structs import replace

    from citebound.uploads import upload_from

    try:
        (document,) = session.workflow.read(upload_from(briefing))
        if document.finished is None:
            raise UnreadableError("not a briefing of citebound: it carries no record", path=str(briefing))
        finished = _held_against(session, document.finished, original)
    except UnreadableError as error:
        session.refuse(error, Path(error.path or briefing))
        return
    document = replace(document, finished=finished)
    checked = session.workflow.check(document, session.workflow.describe(document), path=str(briefing))
    session.report(form, checked.findings, files=1, incomplete=checked.incomplete)
    if not checked.findings and form == "text":
        click.echo(_proof(finished, original is not None))


def _held_against(
    session: CommandSession, finished: FinishedBriefing, original: Path | None
) -> FinishedBriefing:
    """The briefing with what it is held against: a new rendering, and the original if there is one."""
    from msgspec.structs import replace

    from citebound.uploads import upload_from

    if finished.briefing and finished.briefing.components == session.components and _whole(finished.briefing):
        parts, digest = _rendered_anew(session, finished.briefing, finished.template)
        finished = replace(finished, expected=parts, expected_sha256=digest)
    if original:
        (source, *_) = session.workflow.read(upload_from(original))
        finished = replace(finished, original_sha256=source.sha256, original_text=source.text)
    return finished


def _whole(briefing: Briefing) -> bool:
    """Whether record and extraction belong together, so that rendering them makes sense."""
    from citebound.spans import InexactSpanError, exact

    try:
        exact((briefing.record, briefing.extraction), briefing.extraction.document.text)
    except InexactSpanError:
        return False
    return briefing.record.document.sha256 == briefing.extraction.document.sha256


def _rendered_anew(
    session: CommandSession, briefing: Briefing, template: str | None
) -> tuple[dict[str, str] | None, str | None]:
    """The parts and the digest of the same briefing rendered anew; nothing if its template is not here."""
    from hashlib import sha256
    from io import BytesIO

    import pypdf

    from citebound_hooks.verify.digests import parts_of

    try:
        content = session.workflow.render(briefing, template=template)
    except CiteboundError as error:
        session.complain(f"not rendered anew, so that pages are held against quotations only: {error}")
        return None, None
    reader = pypdf.PdfReader(BytesIO(content))
    parts = parts_of(content, {str(each.name): each.content for each in reader.attachment_list})
    return parts, sha256(content).hexdigest()


def _proof(finished: FinishedBriefing, with_original: bool) -> str:
    source = "the original" if with_original else "the source text in it (name the original to prove more)"
    anew = "" if finished.expected else " It was made by another version and could not be rendered anew."
    return f"Every quotation, field and attachment agrees with {source}.{anew}"

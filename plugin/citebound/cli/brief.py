"""`citebound brief`: the briefing of a report, as PDF or in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from citebound.cli.inputs import SourceOptions, about_the_source, files_in
from citebound.cli.options import fail_on, format_option, with_progress
from citebound.cli.paths import A_FILE, A_REPORT, STANDARD_OUTPUT
from citebound.cli.session import Session
from citebound.cli.standard_output import put
from citebound.command_headings import REPORTS, under
from citebound.errors import PluginError, UnreadableError, UnwritableError, UsageError

if TYPE_CHECKING:
    from citebound.model import Briefing, Decisions, ReusePolicy


@under(REPORTS)
@click.command("brief", short_help="Write a briefing with the source record appended.")
@click.argument("reports", nargs=-1, required=True, type=A_REPORT, metavar="REPORT...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write: a file, a folder with a slash at its end, or - for standard output. "
    "[default: beside the report]",
)
@format_option("briefing", "what FILE ends with, else pdf", first="pdf")
@click.option(
    "--template",
    metavar="NAME",
    help="Template: a name of `citebound template list`, or a folder of your own. [default: briefing]",
)
@click.option(
    "--marking",
    metavar="TEXT",
    help="Handling marking, at the top and the bottom of each page, e.g. 'For desk use only'.",
)
@click.option(
    "--append",
    type=click.Choice(["record", "excerpts", "full", "original"]),
    help="How much of the source goes along. [default: what the source's profile allows]",
)
@click.option(
    "--sign",
    "key",
    type=A_FILE,
    metavar="KEY.p12",
    help="Sign the PDF with this key; its passphrase is asked for, or comes from the environment.",
)
@click.option(
    "--timestamp",
    metavar="URL",
    help="Let this server (RFC 3161) say when it was signed. It gets a digest alone.",
)
@fail_on(None)
@about_the_source
@click.pass_obj
def command(
    session: Session,
    reports: tuple[Path, ...],
    output: str | None,
    form: str | None,
    template: str | None,
    marking: str | None,
    append: ReusePolicy | None,
    key: Path | None,
    timestamp: str | None,
    fail_on: str | None,
    source: SourceOptions,
) -> None:
    """Write a briefing with the source record appended, and print where it stands.

    It is a PDF, unless --format or the name of FILE asks for another format.
    """
    from citebound.cli.targets import form_of, targets_of
    from citebound.desk.marking import marking_of

    if marking is not None:
        marking = marking_of(marking, "--marking")
    session.overrides = {"profile": source.profile, "template": template, "timestamp": timestamp}
    session.overrides["sign"] = str(key.absolute()) if key else None
    if timestamp and session.configuration.sign is None:
        raise UsageError("--timestamp says when a briefing was signed; name the key with --sign")
    session.workflow.registry.template()  # a wrong name is told before the work begins
    files = files_in(reports, briefings=False)
    chosen = form_of(form, output, session.workflow.registry)
    if key is not None and chosen.name != "pdf":
        raise UsageError(f"--sign signs a PDF, not {chosen.name}")
    targets = targets_of(files, output, chosen.ending, key)
    wanted = _Wanted(chosen.name, marking, append, fail_on)
    for report, target in with_progress(zip(files, targets, strict=True), len(files)):
        try:
            asked = output is not None and target == Path(output)
            _brief(session, report, source, wanted, target, asked=asked)
        except (UnreadableError, UnwritableError, PluginError) as error:
            session.refuse(error, report)


class _Wanted(NamedTuple):
    """What the command line asks of every briefing."""

    form: str
    marking: str | None
    append: ReusePolicy | None
    fail_on: str | None


def _brief(
    session: Session, report: Path, source: SourceOptions, wanted: _Wanted, target: Path, *, asked: bool
) -> None:
    """Writes the briefings of a report, one for each document in it; `asked` tells a target that the user named."""
    from citebound.delivery import Delivery
    from citebound.desk.notices import notices
    from citebound.notes import hearing
    from citebound.workflow import RENDERED

    workflow = session.workflow_for(report)
    decisions = _decided(source.decisions_for(report), wanted.marking, wanted.append)
    upload = source.take_in(report)
    documents = workflow.read(upload)
    for number, document in enumerate(documents, 1):
        session.note(report, document.notes)
        briefing = workflow.brief_document(document, decisions, upload)
        session.note(report, notices(briefing, decisions.redactions))
        place = _place(target, number, len(documents))
        place = _discreet(session, place, report, briefing, decisions, asked=asked)
        with hearing() as notes:
            content = workflow.render(briefing, form=wanted.form)
        session.note(report, notes)
        content = workflow.sign(content) if wanted.form == RENDERED else content
        if place == STANDARD_OUTPUT:
            put(content)
        file = None if place == STANDARD_OUTPUT else place
        for done in workflow.deliver(Delivery(briefing=briefing, content=content, target=file)):
            click.echo(done.where, err=file is None)
        if wanted.fail_on:
            session.fail_on(wanted.fail_on, briefing.findings)


def _place(target: Path, number: int, count: int) -> Path:
    """The place of one of the briefings of a report: numbered where there are several.

    Raises:
        UsageError: If several would go to standard output.
    """
    if count == 1:
        return target
    if target == STANDARD_OUTPUT:
        raise UsageError(
            f"-o -: the report has {count} entries, and each is a file; name a folder, as -o DIR/"
        )
    return target.with_stem(f"{target.stem}.{number}")


def _discreet(
    session: Session, place: Path, report: Path, briefing: Briefing, decisions: Decisions, *, asked: bool
) -> Path:
    """A place whose name does not say what the briefing hides; of a name that the user chose it is only told."""
    from citebound.redaction.naming import says_hidden_words, without_hidden_words

    if not asked:
        return without_hidden_words(place, report, briefing)
    if says_hidden_words(place, decisions.redactions):
        session.note(report, [f"the name {place.name} says what is redacted in the briefing"])
    return place


def _decided(decisions: Decisions, marking: str | None, append: ReusePolicy | None) -> Decisions:
    """What the sidecar file says, with the options of the command in front."""
    from msgspec.structs import replace

    return replace(decisions, marking=marking or decisions.marking, append=append or decisions.append)

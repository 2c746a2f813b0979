"""`citebound record`: the source record of a report."""

from __future__ import annotations

from pathlib import Path

import click

from citebound.cli.findings import fail_if_asked
from citebound.cli.options import about_the_source, decisions_for, fail_on, take_in
from citebound.cli.output import write
from citebound.cli.session import Session


@click.command("record")
@click.argument("report", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", default="json", show_default=True, metavar="NAME", help="Output format.")
@fail_on(None)
@about_the_source
@click.pass_obj
def command(
    session: Session,
    report: Path,
    form: str,
    fail_on: str | None,
    media_type: str | None,
    profile: str | None,
    accessed: str | None,
    fields: tuple[str, ...],
) -> None:
    """Print the source record: title, authors, publisher, dates, disclaimer, each with its place."""
    session.overrides = {"profile": profile}
    workflow = session.workflow
    for document in workflow.read(take_in(report, media_type)):
        record = workflow.describe(document, decisions_for(report, accessed, fields))
        write(session, form, "record", record)
        if fail_on:
            fail_if_asked(session, fail_on, workflow.check(document, record).findings)

"""`citebound record`: the source record of a report."""

from __future__ import annotations

from pathlib import Path

import click

from citebound.cli.options import SourceOptions, about_the_source, fail_on
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
    source: SourceOptions,
) -> None:
    """Print the source record: title, authors, publisher, dates, disclaimer, each with its place."""
    session.overrides = {"profile": source.profile}
    workflow = session.workflow_for(report)
    workflow.registry.format(form, "record")  # a wrong name is told before the work begins
    decisions = source.decisions_for(report)
    records = []
    for document in workflow.read(source.take_in(report)):
        session.note(report, document.notes)
        record = workflow.describe(document, decisions)
        records.append(record)
        if fail_on:
            checked = workflow.check(document, record, decisions=decisions)
            session.fail_on(fail_on, checked.findings)
    session.write(form, "record", records)

"""`citebound record`: the source record of a report."""

from __future__ import annotations

from pathlib import Path

import click

from citebound.cli.inputs import SourceOptions, about_the_source, documents_in
from citebound.cli.options import fail_on, format_option
from citebound.cli.paths import A_REPORT
from citebound.cli.session import Session
from citebound.command_headings import REPORTS, under


@under(REPORTS)
@click.command("record", short_help="Print the source record, each field with its place.")
@click.argument("report", type=A_REPORT)
@format_option("record", "json")
@fail_on(None)
@about_the_source
@click.pass_obj
def command(
    session: Session,
    report: Path,
    form: str | None,
    fail_on: str | None,
    source: SourceOptions,
) -> None:
    """Print the source record: title, authors, publisher, dates, disclaimer, each with its place."""
    session.overrides = {"profile": source.profile}
    workflow = session.workflow_for(report)
    form = form or "json"
    workflow.registry.format(form, "record")  # a wrong name is told before the work begins
    decisions = source.decisions_for(report)
    records = []
    for document in documents_in(session, source, report):
        record = workflow.describe(document, decisions)
        records.append(record)
        if fail_on:
            checked = workflow.check(document, record, decisions=decisions)
            session.fail_on(fail_on, checked.findings)
    session.write(form, "record", records)

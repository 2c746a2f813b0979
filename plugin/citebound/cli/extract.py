"""`citebound extract`: who said what in a report."""

from __future__ import annotations

from pathlib import Path

import click

from citebound.cli.inputs import SourceOptions, about_the_source, documents_in
from citebound.cli.options import fail_on, format_option
from citebound.cli.paths import A_REPORT
from citebound.cli.session import Session
from citebound.command_headings import REPORTS, under


@under(REPORTS)
@click.command("extract", short_help="Print actors, claims, citations, events and a summary.")
@click.argument("report", type=A_REPORT)
@format_option("extraction", "json")
@click.option(
    "--explain",
    is_flag=True,
    help="Print sentence by sentence which rule found what, as --format explain does.",
)
@fail_on(None)
@about_the_source
@click.pass_obj
def command(
    session: Session,
    report: Path,
    form: str | None,
    explain: bool,
    fail_on: str | None,
    source: SourceOptions,
) -> None:
    """Print actors, claims, inline citations, events and a summary, all word for word."""
    from citebound.ai_use import NONE, ai_use_of
    from citebound.desk.revise import revise
    from citebound.errors import UsageError

    if explain and form not in (None, "explain"):
        raise UsageError(f"--explain is a format of its own; leave out --format {form}")
    session.overrides = {"profile": source.profile}
    workflow = session.workflow_for(report)
    form = "explain" if explain else form or "json"
    workflow.registry.format(form, "extraction")  # a wrong name is told before the work begins
    decisions = source.decisions_for(report)
    records, extractions = [], []
    for document in documents_in(session, source, report):
        record = workflow.describe(document, decisions)
        extraction = revise(workflow.extract(document, record), decisions)
        records.append(record)
        extractions.append(extraction)
        if (use := ai_use_of(extraction)) != NONE:
            session.note(report, [f"use of AI: {use}"])
        if fail_on:
            checked = workflow.check(document, record, extraction, decisions=decisions)
            session.fail_on(fail_on, checked.findings)
    session.write(form, "extraction", extractions, records=records)

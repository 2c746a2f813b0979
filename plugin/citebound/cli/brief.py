"""`citebound brief`: the briefing PDF of a report."""

from __future__ import annotations

from pathlib import Path

import click

from citebound.cli.options import (
    STANDARD_INPUT,
    SourceOptions,
    about_the_source,
    fail_on,
    files_in,
    with_progress,
)
from citebound.cli.session import Session
from citebound.errors import PluginError, UnreadableError, UsageError


@click.command("brief")
@click.argument(
    "reports", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="REPORT..."
)
@click.option(
    "-o",
    "--output",
    metavar="PDF",
    help="Where to write: a file, or a folder with a slash at its end. [default: beside the report]",
)
@click.option(
    "--template", metavar="NAME", help="Template: its name, or a folder of your own. [default: briefing]"
)
@fail_on(None)
@about_the_source
@click.pass_obj
def command(
    session: Session,
    reports: tuple[Path, ...],
    output: str | None,
    template: str | None,
    fail_on: str | None,
    source: SourceOptions,
) -> None:
    """Write a briefing PDF with the source record appended, and print where it stands."""
    from citebound.delivery import Delivery

    session.overrides = {"profile": source.profile, "template": template}
    workflow = session.workflow
    workflow.registry.template()  # a wrong name is told before the work begins
    files = files_in(reports)
    targets = [_target(report, output, several=len(files) > 1) for report in files]
    for report, target in with_progress(zip(files, targets, strict=True), len(files)):
        try:
            decisions = source.decisions_for(report)
            documents = workflow.read(source.take_in(report))
            for number, document in enumerate(documents, 1):
                session.note(report, document.notes)
                briefing = workflow.brief_document(document, decisions)
                place = target if len(documents) == 1 else target.with_stem(f"{target.stem}.{number}")
                delivery = Delivery(briefing=briefing, content=workflow.render(briefing), target=place)
                for done in workflow.deliver(delivery):
                    click.echo(done.where)
                if fail_on:
                    session.fail_on(fail_on, briefing.findings)
        except (UnreadableError, PluginError) as error:
            session.refuse(error, report)


def _target(report: Path, output: str | None, *, several: bool) -> Path:
    """Where a briefing goes: the file named, a file in the folder named, or a file beside the report.

    Raises:
        UsageError: If several briefings would go into one file.
    """
    stem = "briefing" if report == STANDARD_INPUT else report.name.removesuffix(report.suffix)
    name = f"{stem}.briefing.pdf"
    if output is None:
        return Path(name) if report == STANDARD_INPUT else report.with_name(name)
    if output.endswith("/") or Path(output).is_dir():
        Path(output).mkdir(parents=True, exist_ok=True)
        return Path(output) / name
    if several:
        raise UsageError(f"-o {output}: several briefings need a folder; write -o {output}/")
    return Path(output)

"""`citebound brief`: the briefing PDF of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from citebound.model import Decisions, ReusePolicy


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
@click.option("--marking", metavar="TEXT", help="Handling marking, at the top and the bottom of each page.")
@click.option(
    "--append",
    type=click.Choice(["record", "excerpts", "full", "original"]),
    help="How much of the source goes along. [default: what the source's profile allows]",
)
@fail_on(None)
@about_the_source
@click.pass_obj
def command(
    session: Session,
    reports: tuple[Path, ...],
    output: str | None,
    template: str | None,
    marking: str | None,
    append: ReusePolicy | None,
    fail_on: str | None,
    source: SourceOptions,
) -> None:
    """Write a briefing PDF with the source record appended, and print where it stands."""
    from citebound.ai_use import NONE, ai_use_of
    from citebound.delivery import Delivery
    from citebound.desk.marking import marking_of

    if marking is not None:
        marking = marking_of(marking, "--marking")
    session.overrides = {"profile": source.profile, "template": template}
    session.workflow.registry.template()  # a wrong name is told before the work begins
    files = files_in(reports)
    targets = _targets(files, output)
    for report, target in with_progress(zip(files, targets, strict=True), len(files)):
        workflow = session.workflow_for(report)
        try:
            decisions = _decided(source.decisions_for(report), marking, append)
            documents = workflow.read(source.take_in(report))
            for number, document in enumerate(documents, 1):
                session.note(report, document.notes)
                briefing = workflow.brief_document(document, decisions)
                if (use := ai_use_of(briefing.extraction)) != NONE:
                    session.note(report, [f"use of AI: {use}"])
                place = target if len(documents) == 1 else target.with_stem(f"{target.stem}.{number}")
                delivery = Delivery(briefing=briefing, content=workflow.render(briefing), target=place)
                for done in workflow.deliver(delivery):
                    click.echo(done.where)
                if fail_on:
                    session.fail_on(fail_on, briefing.findings)
        except (UnreadableError, PluginError) as error:
            session.refuse(error, report)


def _decided(decisions: Decisions, marking: str | None, append: ReusePolicy | None) -> Decisions:
    """What the sidecar file says, with the options of the command in front."""
    from msgspec.structs import replace

    return replace(decisions, marking=marking or decisions.marking, append=append or decisions.append)


def _targets(reports: Sequence[Path], output: str | None) -> list[Path]:
    """Where the briefings go: the file named, or a file for each report in the folder named or beside it.

    Reports that would share a file get one each: `report.txt.briefing.pdf`, `report.html.briefing.pdf`, and where
    even the names are the same, numbers.

    Raises:
        UsageError: If several briefings would go into one file, or the folder cannot be made.
    """
    if output is not None and not output.endswith("/") and not Path(output).is_dir():
        if len(reports) > 1:
            raise UsageError(f"-o {output}: several briefings need a folder; write -o {output}/")
        return [Path(output)]
    folders = [_folder(output) if output is not None else _beside(report) for report in reports]
    named = [folder / _name(report, report.stem) for folder, report in zip(folders, reports, strict=True)]
    shared = {path for path, count in Counter(named).items() if count > 1}
    seen: Counter[Path] = Counter()
    targets = []
    for path, folder, report in zip(named, folders, reports, strict=True):
        whole = folder / _name(report, report.name) if path in shared else path
        seen[whole] += 1
        targets.append(whole if seen[whole] == 1 else folder / _name(report, f"{report.name}.{seen[whole]}"))
    return targets


def _name(report: Path, stem: str) -> str:
    return "briefing.pdf" if report == STANDARD_INPUT else f"{stem}.briefing.pdf"


def _beside(report: Path) -> Path:
    return Path() if report == STANDARD_INPUT else report.parent


def _folder(output: str) -> Path:
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"-o {output}: the folder cannot be made: {error.strerror}") from error
    return Path(output)

"""`citebound check`: compliance of reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.cli.findings import fail_if_asked
from citebound.cli.options import SourceOptions, about_the_source, each_input, fail_on
from citebound.cli.output import write
from citebound.cli.session import Session
from citebound.errors import PluginError, UnreadableError

if TYPE_CHECKING:
    from citebound.findings import Checked
    from citebound.model import Document


@click.command("check")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="PATH..."
)
@click.option("--format", "form", default="text", show_default=True, metavar="NAME", help="Output format.")
@click.option("--select", metavar="CODES", help="Run only these rules or groups, e.g. CIT,DIS001.")
@click.option("--ignore", metavar="CODES", help="Leave these rules or groups out.")
@fail_on("error")
@about_the_source
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    form: str,
    select: str | None,
    ignore: str | None,
    fail_on: str | None,
    source: SourceOptions,
) -> None:
    """Check the citation record and the disclaimers of reports.

    Folders are walked; what is hidden or named in .gitignore is left out.
    """
    session.overrides = {
        "profile": source.profile,
        "select": _codes(select),
        "ignore": _codes(ignore),
        "fail_on": fail_on,
    }
    session.workflow.registry.format(form, "findings")  # a wrong name is told before the work begins
    done: list[tuple[Path, Document, Checked]] = []
    files = 0
    for path in each_input(session, paths):
        files += 1
        try:
            decisions = source.decisions_for(path)
            for document in session.workflow.read(source.take_in(path)):
                record = session.workflow.describe(document, decisions)
                done.append((path, document, session.workflow.check(document, record, path=str(path))))
        except (UnreadableError, PluginError) as error:
            session.refuse(error, path)
    _report(session, form, files, done)


def _report(session: Session, form: str, files: int, done: list[tuple[Path, Document, Checked]]) -> None:
    from citebound.findings import gather

    failed = dict.fromkeys(failure for _, _, checked in done for failure in checked.incomplete)
    findings = gather(
        (finding for _, _, checked in done for finding in checked.findings), files=files, incomplete=failed
    )
    write(session, form, "findings", findings, {str(path): document for path, document, _ in done})
    for failure in failed:
        if failure not in session.plugins.failures:
            session.plugins.failures.append(failure)
    fail_if_asked(session, session.configuration.fail_on, findings.findings)


def _codes(words: str | None) -> tuple[str, ...] | None:
    return tuple(code.strip().upper() for code in words.split(",") if code.strip()) if words else None

"""`citebound check`: compliance of reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.cli.findings import fail_if_asked
from citebound.cli.options import SourceOptions, about_the_source, fail_on, files_in, with_progress
from citebound.cli.session import Session

if TYPE_CHECKING:
    from citebound.cli.checking import CheckedFile
    from citebound.model import Finding


@click.command("check")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="PATH..."
)
@click.option("--format", "form", default="text", show_default=True, metavar="NAME", help="Output format.")
@click.option(
    "--statistics", is_flag=True, help="Print how often each rule found something, not the findings."
)
@click.option("--select", metavar="CODES", help="Run only these rules or groups, e.g. CIT,DIS001.")
@click.option("--ignore", metavar="CODES", help="Leave these rules or groups out.")
@click.option("--fix", is_flag=True, help="Correct what can be corrected with certainty.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Findings in FILE are known and do not count.",
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write all findings to FILE as known.",
)
@click.option("--changed-since", metavar="REV", help="Check only files that differ from a git revision.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes. [default: all cores for many files]",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
@fail_on("error")
@about_the_source
@click.pass_obj
def command(
    session: Session,
    paths: tuple[Path, ...],
    form: str,
    statistics: bool,
    select: str | None,
    ignore: str | None,
    fix: bool,
    diff: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    changed_since: str | None,
    jobs: int | None,
    watch: bool,
    fail_on: str | None,
    source: SourceOptions,
) -> None:
    """Check the citation record and the disclaimers of reports.

    Folders are walked; what is hidden or named in .gitignore is left out.
    """
    from citebound.baseline import load_baseline, mark_known
    from citebound.cli.checking import check_files
    from citebound.cli.fixing import print_diff, write_fixes
    from citebound.cli.watching import again_on_change

    session.overrides = {
        "profile": source.profile,
        "select": _codes(select),
        "ignore": _codes(ignore),
        "fail_on": fail_on,
    }
    form = "statistics" if statistics else form
    session.workflow.registry.format(form, "findings")  # a wrong name is told before the work begins
    known = load_baseline(baseline) if baseline else None

    def work() -> None:
        files = _changed(files_in(paths), changed_since)
        done = list(with_progress(check_files(session, source, files, jobs), len(files)))
        if fix:
            done = write_fixes(session, source, done)
        if diff:
            print_diff(done)
            return
        findings = [finding for file in done for finding in file.findings]
        if write_baseline:
            _write_baseline(write_baseline, findings)
        _report(session, form, done, mark_known(findings, known) if known else findings)

    if watch:
        again_on_change(work, paths)
    else:
        work()


def _report(session: Session, form: str, done: Sequence[CheckedFile], found: Sequence[Finding]) -> None:
    from citebound.cli.output import write
    from citebound.findings import gather

    for file in done:
        if file.refused:
            session.complain(file.refused[0])
            session.worsen(file.refused[1])
    failed = dict.fromkeys(failure for file in done for failure in file.failures)
    session.failures.update(failed)
    findings = gather(found, files=len(done), incomplete=failed)
    write(
        session,
        form,
        "findings",
        findings,
        {str(file.path): each for file in done for each in file.documents},
    )
    fail_if_asked(session, session.configuration.fail_on, findings.findings)


def _changed(files: Sequence[Path], revision: str | None) -> Sequence[Path]:
    if revision is None:
        return files
    from citebound.changed_files import changed_since

    return list(changed_since(revision, files))


def _write_baseline(path: Path, findings: Sequence[Finding]) -> None:
    from citebound.baseline import dump_baseline
    from citebound.rewriting import replace_file

    replace_file(path, dump_baseline(findings).encode())


def _codes(words: str | None) -> tuple[str, ...] | None:
    return tuple(code.strip().upper() for code in words.split(",") if code.strip()) if words else None

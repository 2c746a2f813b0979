"""`citebound check`: compliance of reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from citebound.cli.inputs import SourceOptions, about_the_source, files_in
from citebound.cli.options import fail_on, format_option, with_progress
from citebound.cli.paths import A_FILE, A_REPORT, STANDARD_INPUT
from citebound.cli.session import Session
from citebound.command_headings import REPORTS, under
from citebound.errors import ConfigurationError, UsageError
from citebound.file_names import shown

if TYPE_CHECKING:
    from citebound.cli.checking import CheckedFile
    from citebound.compliance.baseline import Baseline
    from citebound.model import Finding, Incomplete


@under(REPORTS)
@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=A_REPORT, metavar="PATH...")
@format_option("findings", "text")
@click.option(
    "--statistics", is_flag=True, help="Print how often each rule found something, not the findings."
)
@click.option("--select", metavar="CODES", help="Run only these rules or groups, e.g. CIT,DIS001.")
@click.option("--ignore", metavar="CODES", help="Leave these rules or groups out, e.g. SRC003.")
@click.option("--fix", is_flag=True, help="Correct in the files what can be corrected with certainty.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option(
    "--baseline",
    type=A_FILE,
    metavar="FILE",
    help="Findings in FILE are known and do not count.",
)
@click.option(
    "--write-baseline",
    type=A_FILE,
    metavar="FILE",
    help="Write all findings to FILE as known; they do not count.",
)
@click.option(
    "--changed-since",
    metavar="REV",
    help="Check only files that differ from a git revision, e.g. origin/main.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes check. [default: 1; from 64 files on, one for each core]",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
@fail_on("error")
@about_the_source
@click.pass_obj
def command(session: Session, /, source: SourceOptions, **options: Any) -> None:
    """Check the citation record and the disclaimers of reports.

    Folders are walked; what is hidden or named in .gitignore is left out.
    """
    asked = CheckOptions(**options)
    if asked.watch:
        from citebound.cli.watching import again_on_change

        again_on_change(session, lambda fresh: _Run(fresh, source, asked).once(), asked.paths)
    else:
        _Run(session, source, asked).once()


class CheckOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the command, named as in its declaration above."""

    paths: tuple[Path, ...]
    form: str | None
    statistics: bool
    select: str | None
    ignore: str | None
    fix: bool
    diff: bool
    baseline: Path | None
    write_baseline: Path | None
    changed_since: str | None
    jobs: int | None
    watch: bool
    fail_on: str | None


class _Run:
    """One call of the command. What is wrong with its options is told before the work begins."""

    def __init__(self, session: Session, source: SourceOptions, options: CheckOptions) -> None:
        _refuse_contradictions(options)
        session.overrides = {
            "profile": source.profile,
            "select": _codes("--select", options.select),
            "ignore": _codes("--ignore", options.ignore),
            "fail_on": options.fail_on,
        }
        self.session, self.source, self.options = session, source, options
        self.form = "statistics" if options.statistics else options.form or "text"
        self.known = _loaded(options.baseline) if options.baseline else None
        if options.write_baseline:
            _refuse_to_replace(options.write_baseline)
        written = session.workflow.registry.format(self.form, "findings")
        self.keep = written.shows_documents or options.fix or options.diff

    def once(self) -> None:
        """Checks the files, corrects them if asked to, and reports."""
        done = self._checked()
        self._tell_of_files(done)
        findings: Sequence[Finding] = [finding for file in done for finding in file.findings]
        if self.options.write_baseline:
            _write_baseline(self.options.write_baseline, findings)
            self.known = _loaded(self.options.write_baseline)
        if self.known:
            from citebound.compliance.baseline import mark_known

            findings = mark_known(findings, *self.known)
        if self.options.diff:
            from citebound.cli.fixing import print_diff

            print_diff(self.session, self.source, done)
            self.session.conclude(findings, _failures(done))
        else:
            self._report(done, findings)

    def _checked(self) -> Sequence[CheckedFile]:
        from citebound.cli.checking import check_files

        files = _changed(_once(files_in(self.options.paths)), self.options.changed_since)
        work = check_files(self.session, self.source, files, self.options.jobs, keep=self.keep)
        done = list(with_progress(work, len(files)))
        if not self.options.fix:
            return done
        from citebound.cli.fixing import write_fixes

        return write_fixes(self.session, self.source, done)

    def _tell_of_files(self, done: Sequence[CheckedFile]) -> None:
        told: set[str] = set()  # one wrong file beside many reports is told once
        for file in done:
            if file.refused:
                line, code = file.refused
                self.session.worsen(code)
                if line not in told:
                    self.session.complain(line)
                told.add(line)
            self.session.note(file.path, file.notes)

    def _report(self, done: Sequence[CheckedFile], findings: Sequence[Finding]) -> None:
        self.session.report(
            self.form,
            findings,
            files=sum(not file.refused for file in done),
            incomplete=_failures(done),
            documents={shown(file.path): document for file in done for document in file.documents},
        )


def _failures(done: Sequence[CheckedFile]) -> tuple[Incomplete, ...]:
    return tuple(dict.fromkeys(failure for file in done for failure in file.failures))


def _once(files: Sequence[Path]) -> Sequence[Path]:
    """The files without those that several of the paths lead to."""
    places: dict[Path, Path] = {}
    for file in files:
        places.setdefault(file if file == STANDARD_INPUT else file.absolute(), file)
    return list(places.values())


def _changed(files: Sequence[Path], revision: str | None) -> Sequence[Path]:
    if revision is None:
        return files
    from citebound.compliance.changed_files import changed_since

    return list(changed_since(revision, files))


def _loaded(path: Path) -> tuple[Baseline, Path]:
    """What a baseline knows, and the folder from which its paths are seen."""
    from citebound.compliance.baseline import load_baseline

    return load_baseline(path), path.parent


def _refuse_to_replace(path: Path) -> None:
    """Lets a baseline take the place of a baseline only."""
    if not path.is_file() or not path.stat().st_size:
        return
    try:
        _loaded(path)
    except ConfigurationError as error:
        raise UsageError(f"--write-baseline {path}: another file stands there; name a new one") from error


def _write_baseline(path: Path, findings: Sequence[Finding]) -> None:
    from citebound.compliance.baseline import dump_baseline
    from citebound.whole_files import write_whole

    write_whole(path, dump_baseline(findings, path.parent).encode(), follow=True)


def _refuse_contradictions(options: CheckOptions) -> None:
    if (options.fix or options.diff) and STANDARD_INPUT in options.paths:
        raise UsageError("--fix and --diff need a file; standard input has no place to be corrected in")
    if options.fix and options.diff:
        raise UsageError("--fix changes files and --diff changes none; give one of them")
    if options.statistics and options.form not in (None, "statistics"):
        raise UsageError(f"--statistics and --format {options.form} are two formats; give one of them")


def _codes(option: str, words: str | None) -> tuple[str, ...] | None:
    if words is None:
        return None
    codes = tuple(code.strip() for code in words.split(",") if code.strip())
    if not codes:
        raise UsageError(f"{option} names no rule; write codes or groups, e.g. {option} CIT,DIS001")
    return codes

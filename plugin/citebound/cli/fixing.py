"""`--fix` and `--diff`: corrections of the files themselves."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

import click

from citebound.cli.checking import CheckedFile, check_file
from citebound.cli.options import SourceOptions
from citebound.cli.session import Session
from citebound.compliance.fixing import apply_fixes
from citebound.compliance.rewriting import encode_like, replace_file

MOST_ROUNDS = 10
"""Where fixes touch each other, each round applies those that do not; ten rounds are far more than rules have."""


def write_fixes(session: Session, source: SourceOptions, done: Iterable[CheckedFile]) -> list[CheckedFile]:
    """Corrects the files and returns what is left to be found in them."""
    left = []
    fixed = 0
    for file in done:
        for _ in range(MOST_ROUNDS):
            change = _corrected(file)
            if change is None:
                break
            before, after, count = change
            content = encode_like(file.path.read_bytes(), before, after)
            if content is None:
                session.complain(
                    f"{file.path}: not corrected, because its encoding cannot be written back exactly"
                )
                break
            replace_file(file.path, content)
            fixed += count
            file = check_file(session, source, file.path)  # noqa: PLW2901  # the next round looks at the new file
        left.append(file)
    click.echo(f"citebound: {fixed} {'correction' if fixed == 1 else 'corrections'} made", err=True)
    return left


def print_diff(done: Sequence[CheckedFile]) -> None:
    """Prints what the corrections would change, as a unified diff."""
    for file in done:
        change = _corrected(file)
        if change:
            click.echo("".join(_diff(str(file.path), change[0], change[1])), nl=False)


def _corrected(file: CheckedFile) -> tuple[str, str, int] | None:
    """The text of a file before and after its corrections, and how many there are; None if there is none."""
    if len(file.documents) != 1:
        return None
    (document,) = file.documents
    before = document.text if document.source is None else document.source
    fixed = apply_fixes(before, file.findings)
    return (before, fixed.text, len(fixed.applied)) if fixed.applied and fixed.text != before else None


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

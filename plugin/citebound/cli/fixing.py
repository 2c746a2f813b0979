"""`--fix` and `--diff`: corrections of the files themselves."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from citebound.cli.checking import CheckedFile, check_file
from citebound.cli.inputs import SourceOptions
from citebound.cli.session import Session
from citebound.compliance.encoding import encode_like
from citebound.compliance.fixing import apply_fixes
from citebound.errors import UnreadableError, UnwritableError
from citebound.file_names import shown
from citebound.uploads import upload_from
from citebound.whole_files import write_whole

MOST_ROUNDS = 10
"""Where fixes touch each other, each round applies those that do not; ten rounds are far more than rules have."""


class Corrected(NamedTuple):
    """A file with its corrections, not yet written.

    Attributes:
        file: What is left to be found in it.
        before: The decoded file as it was.
        after: The decoded file with its corrections.
        content: The corrected file in the encoding of the original.
        made: How many corrections there are.
    """

    file: CheckedFile
    before: str
    after: str
    content: bytes
    made: int


def write_fixes(session: Session, source: SourceOptions, done: Iterable[CheckedFile]) -> list[CheckedFile]:
    """Corrects the files and returns what is left to be found in them."""
    left = []
    total = 0
    for file in done:
        change = _corrected(session, source, file)
        if change is not None:
            try:
                write_whole(file.path, change.content, follow=True)
            except UnwritableError as error:
                session.refuse(error, file.path)
                change = None
        total += change.made if change else 0
        left.append(change.file if change else file)
    click.echo(f"citebound: {total} {'correction' if total == 1 else 'corrections'} made", err=True)
    return left


def print_diff(session: Session, source: SourceOptions, done: Sequence[CheckedFile]) -> None:
    """Prints what the corrections would change, as a unified diff."""
    for file in done:
        change = _corrected(session, source, file)
        if change is not None:
            click.echo("".join(_diff(shown(file.path), change.before, change.after)), nl=False)


def _corrected(session: Session, source: SourceOptions, file: CheckedFile) -> Corrected | None:
    """A file with its corrections, in as many rounds as they need; None if there is none or it cannot be written."""
    if _fixed(file) is None:
        return None
    try:
        original = upload_from(file.path).content
    except UnreadableError as error:
        session.refuse(error, file.path)
        return None
    change: Corrected | None = None
    for _ in range(MOST_ROUNDS):
        fixed = _fixed(change.file if change else file)
        if fixed is None:
            break
        before, after, count = fixed
        content = encode_like(change.content if change else original, before, after)
        if content is None:
            session.complain(
                f"{shown(file.path)}: not corrected, because its encoding cannot be written back exactly"
            )
            return None
        change = Corrected(
            check_file(session, source, file.path, content),
            change.before if change else before,
            after,
            content,
            count + (change.made if change else 0),
        )
    return change


def _fixed(file: CheckedFile) -> tuple[str, str, int] | None:
    """The text of a file before and after one round of corrections, and how many there are; None if there is none."""
    decoded = {each.text if each.source is None else each.source for each in file.documents}
    if len(decoded) != 1:  # the entries of a reference list have one file in common
        return None
    (before,) = decoded
    fixed = apply_fixes(before, file.findings)
    return (before, fixed.text, len(fixed.applied)) if fixed.applied and fixed.text != before else None


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines as programs that apply a patch count them: a form feed or a carriage return ends none."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [
        last for last in [text.rpartition("\n")[2]] if last
    ]

"""Which files have changed since a revision, as git sees it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from citebound.errors import UsageError


def changed_since(revision: str, paths: Iterable[Path]) -> Iterator[Path]:
    """Yields those of the paths that differ from the revision or that git does not know yet.

    Raises:
        UsageError: If there is no repository, no git, or no such revision.
    """
    root = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").removesuffix(b"\n")))
    _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", otherwise=revision)
    different = _git("diff", "--name-only", "-z", "--no-renames", revision, "--")
    untracked = _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", cwd=root)
    changed = {(root / os.fsdecode(name)).resolve() for name in (different + untracked).split(b"\0") if name}
    yield from (path for path in paths if path.resolve() in changed)


def _git(*arguments: str, cwd: Path | None = None, otherwise: str | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # fixed program, no shell
            ["git", *arguments],  # noqa: S607  # the user's own git
            capture_output=True,
            check=True,
            cwd=cwd,
        )
    except FileNotFoundError as error:
        raise UsageError("--changed-since needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        said = (os.fsdecode(error.stderr).strip().splitlines() or [f"there is no revision {otherwise!r}"])[0]
        raise UsageError(f"--changed-since: {said}") from error
    return done.stdout

"""What all tests share: folders, the command line, and a workflow with the installed plugins."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def examples(root) -> Path:
    return root / "examples"


@pytest.fixture(scope="session")
def plugin_files(root) -> Path:
    """The fault-injection plugins."""
    return root / "tests" / "plugins"


@pytest.fixture(scope="session")
def workflow():
    from citebound.plugins import Plugins
    from citebound.workflow import Workflow

    return Workflow(Plugins())


@pytest.fixture
def citebound(tmp_path):
    """Runs the command line in an empty folder, as a process of its own."""

    def run(*arguments, stdin=None, cwd=tmp_path, env=None):
        return subprocess.run(
            [sys.executable, "-m", "citebound", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            check=False,
        )

    return run

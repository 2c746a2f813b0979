"""The workflow that the rules are tested with: the installed plugins and their own readers and describers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from citebound.configuration import Configuration
from citebound.plugins import Plugins
from citebound.workflow import Workflow

FOLDER = Path(__file__).parent


@cache
def _workflow(profile: str) -> Workflow:
    own = tuple(str(path.relative_to(FOLDER)) for path in sorted(FOLDER.glob("profiles/*.toml")))
    return Workflow(Plugins(), Configuration(profile=profile, profiles=own, folder=str(FOLDER)))


@pytest.fixture(scope="session")
def workflow_for() -> Callable[[str], Workflow]:
    """Returns the workflow with a profile; one for the whole session."""
    return _workflow

"""A finished briefing, what verifies it, and edits of PDF files."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from citebound.cli import main
from citebound.model import Upload

SHARED = ("pdf_edits", "tampered_pages", "tampered_objects", "tampered_data", "tampered_places")


def _share(name):
    """Loads a module beside this one so that the tests can import it by its name."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)


for name in SHARED:
    _share(name)


@pytest.fixture(scope="package")
def source(examples):
    return examples / "refworld-page.txt"


@pytest.fixture(scope="package")
def made(workflow, source):
    """The briefing as a value."""
    (made,) = workflow.brief(Upload(content=source.read_bytes(), filename=source.name))
    return made


@pytest.fixture(scope="package")
def briefing(workflow, made) -> bytes:
    """The briefing as a file."""
    return workflow.render(made)


@pytest.fixture
def verify(tmp_path):
    """Verifies bytes, in this process; returns exit code, and code and message of each finding."""

    def verify(content, *more):
        (tmp_path / "b.pdf").write_bytes(content)
        paths = [str(each) if str(each).startswith("-") else str(tmp_path / each) for each in more]
        done = CliRunner().invoke(main, ["verify", str(tmp_path / "b.pdf"), *paths, "--format", "json"])
        if not done.stdout:
            return done.exit_code, [("", done.stderr)]
        return done.exit_code, [(f["code"], f["message"]) for f in json.loads(done.stdout)["findings"]]

    return verify

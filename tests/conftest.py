"""What all tests share: folders, the command line, and a workflow with the installed plugins."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)  # a busy machine is no defect
settings.load_profile("steady")

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


@pytest.fixture(scope="session")
def render_as_another_version(workflow):
    """Renders a briefing as an older citebound might have: it says so, and its pages have no running header."""
    from msgspec.structs import replace

    from citebound.model import Component
    from citebound_hooks.briefing.compile import file

    def render(briefing, **how):
        components = (Component(name="citebound", version="0.0.1"),)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(file, "_paint", lambda page, running, pen, number: file.paint_page(pen, page))
            return workflow.render(replace(briefing, components=components), **how)

    return render


@pytest.fixture
def process(tmp_path):
    """Runs the command line in an empty folder, as a process of its own: for what only a process can show."""

    def run(*arguments, stdin=None, stdout=subprocess.PIPE, cwd=tmp_path, env=None):
        return subprocess.run(
            [sys.executable, "-m", "citebound", *map(str, arguments)],
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            check=False,
        )

    return run


@pytest.fixture
def citebound(tmp_path, monkeypatch):
    """Runs the command line in an empty folder, in this process: the same words, many times as fast."""
    from citebound.cli import main

    def run(*arguments, stdin=b"", cwd=tmp_path, env=None):
        stdout, stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            patch.setattr(sys, "stdout", stdout)
            patch.setattr(sys, "stderr", stderr)
            try:
                main(args=list(map(str, arguments)), prog_name="citebound")
                code = 0
            except SystemExit as end:
                code = end.code
        return subprocess.CompletedProcess(
            arguments, code, stdout.buffer.getvalue(), stderr.buffer.getvalue()
        )

    return run


@pytest.fixture(scope="session")
def report_of():
    """Makes a document and its record without reader and describer: one block a paragraph, the fields given."""
    import re

    from citebound.dates import parse_date
    from citebound.model import Block, Document, DocumentIdentity, Field, Fields, SourceRecord

    def make(text, *, published=None, language=None, **fields):
        if published:
            fields["publication_date"] = parse_date(str(published))
        blocks = tuple(Block(*m.span()) for m in re.finditer(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", text))
        known = {
            "sha256": "0" * 64,
            "media_type": "text/plain",
            "bytes": len(text.encode()),
            "language": language,
        }
        values = {
            name: Field(value=value, raw="", span=None, locator="test") for name, value in fields.items()
        }
        record = SourceRecord(
            document=DocumentIdentity(filename=None, **known), profile="generic", fields=Fields(**values)
        )
        return Document(text=text, blocks=blocks, **known), record

    return make


@pytest.fixture(scope="session")
def layers_of(report_of):
    """Runs the built-in plugins of the layers named, in the host's order, with final ids."""
    from importlib import import_module

    from msgspec.structs import replace

    from citebound.identifiers import renumbered
    from citebound.layers import LAYERS, Layers
    from citebound.model import DocumentText, Extraction, Extractor

    def run(text, *names, **known):
        document, record = report_of(text, **known)
        place = DocumentText(
            sha256=document.sha256, media_type="text/plain", language=document.language, text=text
        )
        found = Extraction(document=place, extractor=Extractor(name="test", version="0"))
        for name in LAYERS:
            if name in names:
                asked = Layers(wanted=name, before=found)
                plugin = import_module(f"citebound_hooks.{name}")
                items = plugin.citebound_extract(document=document, record=record, layers=asked)
                found = renumbered(replace(found, **{name: tuple(items)}))
        return found

    return run


class Clock:
    """A clock that stands still until a test sets it on, or back."""

    now = 1_700_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def ledger(tmp_path, clock, store_in):
    """A ledger that goes by the test's own clock."""
    from dataclasses import replace

    opened = store_in(tmp_path / "store").open()
    yield replace(opened, clock=clock)
    opened.engine.dispose()


@pytest.fixture(scope="session")
def store_in(tmp_path_factory):
    """Makes a store of the upload workflow in a folder; its ledger is migrated once for all tests."""
    import shutil

    from citebound_hooks.ledger.place import Place

    migrated = tmp_path_factory.mktemp("ledger")
    Place(folder=migrated).open().engine.dispose()

    def make(folder):
        folder.mkdir(exist_ok=True)
        shutil.copy(migrated / "ledger.db", folder)
        return Place(folder=folder)

    return make

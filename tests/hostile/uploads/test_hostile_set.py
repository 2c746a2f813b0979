"""The hostile set goes through the worker: each file ends in one outcome, within its limits, and harms nothing."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

pytest.importorskip("sqlalchemy")

from citebound_hooks.intake.taking_in import take_in
from citebound_hooks.ledger.history import history
from citebound_hooks.ledger.place import Place
from citebound_hooks.ledger.standing import standing_of
from citebound_hooks.ledger.values import OUTCOMES

HERE = Path(__file__).parent
QUICK = {"attributes.html", "claims-utf-16.html", "entities.docx", "launch.pdf", "script.pdf", "form.pdf"}


def made():
    spec = importlib.util.spec_from_file_location("make_hostile_set", HERE / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.hostile_files()


def worked_on(folder, files):
    """Takes the files in, works on them as `citebound work` does, and returns how each ended."""
    place = Place(folder=folder / "store")
    ledger, upload, ids = place.open(), folder / "upload", {}
    for name, content in files.items():
        upload.write_bytes(content)
        ids[name] = take_in(ledger, place.spool, upload, "setup", name=name).document
    ledger.engine.dispose()
    command = [
        sys.executable,
        "-m",
        "citebound",
        "work",
        "--once",
        "--store",
        place.folder,
        "-o",
        folder / "out",
    ]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    ended = {name: standing_of(ledger, ident) for name, ident in ids.items()}
    told = {name: history(ledger, ident) for name, ident in ids.items()}
    ledger.engine.dispose()
    return ended, told


@pytest.mark.parametrize("quick", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["quick", "slow"])
def test_each_hostile_file_ends_in_one_outcome(tmp_path, quick):
    files = {name: content for name, content in made().items() if (name in QUICK) == quick}
    ended, told = worked_on(tmp_path, files)
    for name, standing in ended.items():
        outcomes = [event.detail for event in told[name] if event.what == "outcome"]
        assert standing.state == "done", name
        assert standing.outcome in OUTCOMES, name
        assert len(outcomes) == 1, name
        assert outcomes[0]["cpu_seconds"] <= 10.5, json.dumps({name: outcomes[0]})
        assert outcomes[0]["memory_mib"] <= 1024, json.dumps({name: outcomes[0]})
    assert not Path("/tmp/outside.txt").exists()
    published = {standing.id for standing in ended.values() if standing.outcome.startswith("published")}
    assert {path.name.split(".")[0] for path in (tmp_path / "out").iterdir()} == published
    for path in (tmp_path / "out").iterdir():
        assert active_parts(path) == []


def active_parts(path):
    """What would run when the briefing is opened."""
    root = pypdf.PdfReader(path).root_object
    return [name for name in ("/OpenAction", "/AA", "/AcroForm") if name in root]

"""How the hostile set ends: outcome, processor time, memory and reason of each file.

    python tests/benchmarks/hostile.py

Takes the files of `tests/hostile/uploads/make.py` through `citebound work` with its usual limits. Prints figures of
this run; asserts nothing.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from citebound_hooks.intake.taking_in import take_in
from citebound_hooks.ledger.history import history
from citebound_hooks.ledger.place import Place

MAKER = Path(__file__).parents[1] / "hostile" / "uploads" / "make.py"


def hostile_files() -> dict[str, bytes]:
    """Returns the hostile set by name."""
    spec = importlib.util.spec_from_file_location("make_hostile_set", MAKER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files: dict[str, bytes] = module.hostile_files()
    return files


def main() -> None:
    with TemporaryDirectory() as folder:
        place, upload = Place(folder=Path(folder) / "store"), Path(folder) / "upload"
        ledger, names = place.open(), {}
        for name, content in hostile_files().items():
            upload.write_bytes(content)
            names[take_in(ledger, place.spool, upload, "setup", name=name).document] = name
        command = [sys.executable, "-m", "citebound", "work", "--once", "--store", str(place.folder)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        print(f"{'file':28}{'CPU s':>6}{'MiB':>6}  outcome")
        for event in history(ledger):
            if event.what == "outcome":
                told = event.detail
                print(
                    f"{ascii(names[event.document or ''])[1:-1][:27]:28}{told['cpu_seconds']:6.2f}"
                    f"{told['memory_mib']:6}  {told['outcome']} {told.get('reason', '')}"
                )
        ledger.engine.dispose()


if __name__ == "__main__":
    main()

"""Suppressions in a reference list: each speaks of its entry or of the file, and is judged once a file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from citebound.compliance import suppressions
from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

ENTRY = "@report{%s, author = {undefined}, title = {%s}, institution = {Orrin}, date = {2019-05-03}}\n"


def _check(path: Path) -> list[tuple[int, str, str]]:
    command = [sys.executable, "-m", "citebound", "check", "--format", "json", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    return [(each["line"], each["code"], each["status"]) for each in json.loads(done.stdout)["findings"]]


def test_a_suppression_above_an_entry_covers_the_entry(tmp_path):
    path = tmp_path / "list.bib"
    path.write_text(
        "% citebound: ignore CIT028: as it was printed\n"
        + ENTRY % ("a", "Salt and War in the Vale")
        + "% citebound: ignore CIT028\n"
        + ENTRY % ("b", "Roads of Tarn and Osk")
        + "% citebound: ignore CIT034: never there\n"
        + ENTRY % ("c", "Mills of Osk and Tarn")
    )
    assert sorted(_check(path)) == [
        (2, "CIT028", "suppressed"),
        (3, "CFG001", "new"),
        (4, "CIT028", "suppressed"),
        (5, "CFG003", "new"),
        (6, "CIT028", "new"),
    ]


def test_a_suppression_for_the_file_is_used_if_one_entry_needs_it(tmp_path):
    path = tmp_path / "list.bib"
    path.write_text(
        "% citebound: ignore-file CIT028: as they were printed\n\n"
        + ENTRY % ("a", "Salt and War in the Vale")
        + (ENTRY % ("b", "Roads of Tarn and Osk")).replace("undefined", "Vale, Hester")
    )
    assert _check(path) == [(3, "CIT028", "suppressed")]


def test_the_suppressions_of_a_list_are_read_once_for_all_its_entries(monkeypatch: pytest.MonkeyPatch):
    read: list[int] = []

    def in_line(number: int, line: str) -> None:
        read.append(number)

    monkeypatch.setattr(suppressions, "_in_line", in_line)
    entries = "".join(f"@misc{{k{n}, title = {{Dyke {n}}}, year = 2019}}\n" for n in range(50))
    text = f"% citebound: ignore CIT001: the list gives no publishers\n{entries}"
    for document in Workflow(Plugins()).read(Upload(content=text.encode(), filename="list.bib")):
        assert suppressions.suppressions_in(document) == ()
    assert read == [1]

"""A third party adds a reader, a profile, a rule, formats, a command and a delivery."""

import json
import os
import shutil
import subprocess
import sys

import pytest


def test_a_plugin_file_adds_to_every_registry(citebound, plugin_files, tmp_path):
    flag = ("--plugin", plugin_files / "adds_everything.py")
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Minutes of the board\n\nAnna Berg said that the well is dry.")
    kind = ("--media-type", "text/x-minutes")
    record = json.loads(citebound(*flag, "record", *kind, minutes).stdout)
    assert record["profile"] == "minutes"
    checked = citebound(*flag, "check", *kind, "--select", "TST", "--format", "json", minutes)
    assert [finding["code"] for finding in json.loads(checked.stdout)["findings"]] == ["TST101"]
    assert citebound(*flag, "check", *kind, "--select", "TST", "--format", "count", minutes).stdout == b"1\n"
    assert citebound(*flag, "shelve").stdout == b"shelved\n"
    assert b"shelve" in citebound(*flag, "--help").stdout
    brief = citebound(*flag, "brief", *kind, minutes, "-o", tmp_path / "m.pdf")
    assert sorted(brief.stdout.decode().split())[1].startswith("catalogue:")


@pytest.mark.parametrize("place", ["citebound_harrow", "citebound_harrow/", "citebound_harrow/__init__.py"])
def test_the_folder_of_a_package_is_a_plugin_that_finds_its_other_modules(process, examples, tmp_path, place):
    shutil.copytree(examples / "plugin" / "citebound_harrow", tmp_path / "citebound_harrow")
    done = process("--plugin", place, "rule", "HBS001")
    assert done.stdout.startswith(b"HBS001 series-missing"), done.stderr
    pages = [examples / "refworld-page.txt", examples / "web-report.html"]
    done = process("--plugin", place, "check", "--jobs", "2", "--select", "HBS", "--format", "count", *pages)
    assert (done.returncode, done.stdout) == (0, b"1 findings\n"), done.stderr


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("gone.py", "No such file or directory"),
        ("gone", "No module named 'gone'"),
        ("page.txt", "name a module, a .py file, or the folder of a package"),
        ("gone/there", "name a module, a .py file, or the folder of a package"),
        ("wrong.py", "invalid syntax (wrong.py, line 1)"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_is_told(citebound, tmp_path, place, why):
    (tmp_path / "page.txt").write_text("A page\n")
    (tmp_path / "wrong.py").write_text("def (\n")
    done = citebound("--plugin", place, "rule")
    said = f"citebound: --plugin {place}: cannot be loaded: {why}\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


@pytest.fixture(scope="module")
def installed(tmp_path_factory, examples):
    """The example plugin, really installed into a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    source = tmp_path_factory.mktemp("source") / "plugin"
    shutil.copytree(examples / "plugin", source)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--target",
            folder,
            source,
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    return {"PYTHONPATH": os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])}


def test_the_example_plugin_is_found_by_its_entry_point(process, installed):
    shown = json.loads(process("plugins", "--format", "json", env=installed).stdout)
    (harrow,) = [plugin for plugin in shown["plugins"] if plugin["name"] == "harrow"]
    assert harrow["version"] == "1.0"
    assert harrow["hooks"] == ["citebound_formats", "citebound_profiles", "citebound_read", "citebound_rules"]
    assert shown["plugins"][0] == harrow


def test_the_example_plugin_works(process, installed, examples, tmp_path):
    card = process(
        "record", examples / "refworld-page.txt", "--format", "card", env=installed
    ).stdout.decode()
    assert card.splitlines()[0] == "Ines Calloway. Orvania: A Ceasefire That Holds on Paper."
    page = tmp_path / "page.txt"
    page.write_text("Roads Without Maps\n\nA publication of the Harrow Institute\n\nThe road ends at Miro.\n")
    assert json.loads(process("record", page, env=installed).stdout)["profile"] == "harrow"
    checked = process("check", "--select", "HBS", page, env=installed)
    assert "HBS001" in checked.stdout.decode()
    note = tmp_path / "card.note"
    note.write_text("NOTE\nDaro Velmin said that the road is open.\n")
    kind = ("--media-type", "text/x-harrow-note")
    claims = json.loads(process("extract", *kind, note, env=installed).stdout)["claims"]
    assert claims[0]["cue"]["exact"] == "said"
    note.write_text("no note")
    refused = process("extract", *kind, note, env=installed)
    assert refused.returncode == 3
    assert "the first line must be NOTE" in refused.stderr.decode()
    assert "HBS001 series-missing (warning)" in process("rule", "HBS001", env=installed).stdout.decode()

"""What the README shows, runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def checkout(root, tmp_path_factory):
    """The files that a user gets."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("plugin", "hooks", "templates", "examples"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, folder / name)
    return folder


@pytest.mark.slow
def test_one_line_installs_and_writes_a_briefing(readme, checkout):
    (command,) = re.findall(r"^python3 -m venv .*citebound brief .*$", readme, re.MULTILINE)
    quick = {**os.environ, "PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=checkout, capture_output=True, text=True, check=False, env=quick
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "briefing.pdf"
    assert (checkout / "briefing.pdf").read_bytes().startswith(b"%PDF-")


def test_the_commands_of_daily_use_run(readme, citebound, examples, tmp_path):
    commands = re.findall(r"^\| .* \| `citebound (.*)` \|$", readme, re.MULTILINE)
    assert len(commands) >= 7
    (tmp_path / "report.html").write_bytes((examples / "web-report.html").read_bytes())
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_bytes((examples / "refworld-page.txt").read_bytes())
    for command in commands:
        done = citebound(*shlex.split(command))
        assert done.returncode == 0, (command, done.stderr)


def test_what_the_desk_knows_better(readme, citebound, examples, tmp_path):
    (tmp_path / "report.html").write_bytes((examples / "web-report.html").read_bytes())
    (command,) = re.findall(r"^citebound (brief report.html --accessed .*)$", readme, re.MULTILINE)
    assert citebound(*shlex.split(command)).returncode == 0
    (sidecar,) = re.findall(r"# report.html.citebound.toml\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "report.html.citebound.toml").write_text(sidecar)
    assert citebound("record", "report.html").returncode == 0


def test_the_profile_of_the_readme_is_valid(readme, citebound, tmp_path):
    (profile,) = re.findall(r"# profiles/our-library.toml\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "our-library.toml").write_text(profile)
    assert (
        citebound("profile", "check", "our-library.toml").stdout
        == b"our-library.toml: the profile our-library is valid\n"
    )


def test_the_python_of_the_readme_runs(readme, root):
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "Harrow Institute for Border Studies · UNHCR Refworld"


def test_the_tutorial_runs(root, citebound, tmp_path):
    text = (root / "docs" / "tutorial.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "claim-responsibility: Free Brigades of the Marsh" in done.stdout
    shutil.copytree(root / "examples", tmp_path / "examples")
    (sidecar,) = re.findall(r"# refworld-page.txt.citebound.toml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "examples" / "refworld-page.txt.citebound.toml").write_text(sidecar)
    for command in re.findall(r"^citebound ((?:brief|verify) .*)$", text, re.MULTILINE):
        assert citebound(*shlex.split(command)).returncode == 0, command

"""What runs citebound elsewhere, really run: pre-commit, the GitHub action, the GitLab snippet."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

GOOD = "Roads Without Maps\n\nThe road ends at Miro.\n"


def git(folder, *arguments):
    identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def package(root, tmp_path_factory):
    """This repository as pre-commit gets it: a clone with one commit."""
    folder = tmp_path_factory.mktemp("package")
    for name in ("plugin", "hooks", "templates"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(root / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "all")
    return folder


@pytest.mark.slow
def test_pre_commit_checks_and_corrects(package, examples, tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    git(desk, "init", "-q")
    (desk / "page.txt").write_bytes((examples / "refworld-page.txt").read_bytes())
    git(desk, "add", ".")

    def hook(name, *arguments):
        configuration = [
            {
                "repo": str(package),
                "rev": git(package, "rev-parse", "HEAD"),
                "hooks": [{"id": name, "args": list(arguments)}],
            }
        ]
        (desk / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": configuration}))
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"],
            cwd=desk,
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "PIP_NO_COMPILE": "1",
                "PRE_COMMIT_HOME": str(tmp_path / "home"),
                "PYTHONPATH": "",
            },
        )

    lenient = hook("citebound")
    assert lenient.returncode == 0, lenient.stdout + lenient.stderr
    assert "CIT004" in lenient.stdout
    assert hook("citebound", "--fail-on", "warning").returncode == 1
    fixing = hook("citebound-fix")
    assert fixing.returncode == 1
    assert "files were modified by this hook" in fixing.stdout
    assert "Ines Calloway, Orvania" in (desk / "page.txt").read_text()


@pytest.fixture
def action(root):
    steps = yaml.safe_load((root / "action.yml").read_text())["runs"]["steps"]
    return {step["name"]: step for step in steps if "name" in step}


def run_step(step, folder, **environment):
    """Runs a step's script as the runner does: `bash -e`, with the inputs in the environment."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", **environment},
    )


def test_the_action_writes_sarif_annotates_and_fails_as_asked(action, examples, tmp_path):
    (tmp_path / "page.txt").write_bytes((examples / "refworld-page.txt").read_bytes())
    output = tmp_path / "output"
    inputs = {"PATHS": "page.txt", "SARIF": "found.sarif", "GITHUB_OUTPUT": str(output)}
    for options, code in (("", "0"), ("--fail-on warning", "1")):
        output.write_text("")
        done = run_step(action["check"], tmp_path, OPTIONS=options, **inputs)
        assert done.returncode == 0, done.stderr
        assert "::warning" in done.stdout
        sarif = json.loads((tmp_path / "found.sarif").read_text())
        assert {result["ruleId"] for result in sarif["runs"][0]["results"]} >= {"CIT004", "DIS007"}
        assert output.read_text() == f"code={code}\n"
        assert run_step(action["result"], tmp_path, CODE=code).returncode == int(code)


def test_the_action_ends_at_wrong_usage(action, tmp_path):
    (tmp_path / "page.txt").write_text("A Road\n\nA road was built.\n")
    inputs = {"PATHS": "page.txt", "SARIF": "found.sarif", "GITHUB_OUTPUT": str(tmp_path / "output")}
    done = run_step(action["check"], tmp_path, OPTIONS="--select NOPE1", **inputs)
    assert done.returncode == 2
    assert "there is no rule or group 'NOPE1'" in done.stderr


def test_the_gitlab_snippet_writes_a_code_quality_report(root, examples, tmp_path):
    page = (root / "docs" / "pipelines.md").read_text()
    snippet = re.search(r"## GitLab\n\n```yaml\n(.*?)```", page, re.DOTALL).group(1)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "page.txt").write_bytes((examples / "refworld-page.txt").read_bytes())
    (command,) = [
        line for line in yaml.safe_load(snippet)["citations"]["script"] if line.startswith("citebound")
    ]
    assert run_step({"run": command}, tmp_path).returncode == 0
    report = json.loads((tmp_path / "gl-code-quality-report.json").read_text())
    assert {"description", "fingerprint", "severity", "location"} <= set(report[0])

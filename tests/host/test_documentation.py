"""The documentation keeps up with the code."""

import importlib.util
import inspect
import re
import tomllib

import pytest

from citebound import hookspecs

HOOKS = {
    name: value
    for module in hookspecs.SPECIFICATIONS
    for name, value in vars(module).items()
    if hasattr(value, "citebound_spec")
}


@pytest.fixture(scope="module")
def generate(root):
    spec = importlib.util.spec_from_file_location("generate", root / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date(generate, root):
    for name, text in generate.pages():
        assert (root / name).read_text("utf-8") == text, f"run python docs/generate.py for {name}"


def test_a_command_that_fails_is_no_output_of_a_page(generate):
    assert "CIT004" in generate._printed("check --fail-on warning examples/refworld-page.txt")
    with pytest.raises(SystemExit, match=r"citebound rule CIT999: exit code 2\n.*no rule or group"):
        generate._printed("rule CIT999")


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_explained_with_an_example_that_uses_it(name, root):
    text = inspect.getdoc(HOOKS[name])
    example = text.partition("Example:")[2]
    assert f"def {name}(" in example
    compile(inspect.cleandoc(example.replace("```python", "").replace("```", "")), name, "exec")
    assert f"def {name}" in (root / "docs" / "hooks.md").read_text("utf-8")


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_has_at_most_three_arguments_and_a_test(name, root):
    assert len(inspect.signature(HOOKS[name]).parameters) <= 3
    assert any(
        f"def {name}(" in path.read_text("utf-8") for path in (root / "tests" / "plugins").glob("*.py")
    )


def test_every_dependency_is_named_with_its_reason(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    page = (root / "docs" / "dependencies.md").read_text("utf-8").lower()
    extras = [item for group in project.get("optional-dependencies", {}).values() for item in group]
    for requirement in [*project["dependencies"], *extras]:
        name = re.match(r"[\w.-]+", requirement).group().lower()
        assert f"| {name}" in page, f"docs/dependencies.md does not name {name}"


def test_continuous_integration_runs_what_the_readme_says(root):
    readme = (root / "README.md").read_text("utf-8")
    command = next(line for line in readme.splitlines() if line.rstrip().endswith(".venv/bin/tox"))
    assert command.strip() in (root / ".ci" / "run").read_text("utf-8")
    assert command.strip() in (root / ".github" / "workflows" / "tests.yml").read_text("utf-8")

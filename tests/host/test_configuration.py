"""A wrong configuration is one clear line that names file, line and the nearest known key."""

import pytest

from citebound.configuration import Configuration, find_configuration, load_configuration
from citebound.errors import ConfigurationError

WRONG = {
    'slect = ["CIT"]\n': "citebound.toml:1: unknown key 'slect'; did you mean 'select'?",
    '# ok\n\n[plugins]\nordre = ["a"]\n': "citebound.toml:4: unknown key 'ordre'; did you mean 'order'?",
    '[paths."old/**"]\nxyzzy = 1\n': "citebound.toml:2: unknown key 'xyzzy'; known are ignore, profile, ",
    'select = "CIT"\n': "citebound.toml:1: 'select' must be a list, not text in quotation marks",
    'a = 1\nfail-on = "sometimes"\n': "citebound.toml:1: unknown key 'a'",
    'select = []\nfail-on = "sometimes"\n': "citebound.toml:2: 'fail-on' cannot be 'sometimes'; known are error, ",
    "select = [\n": "citebound.toml: ",
    'folder = "x"\n': "citebound.toml:1: unknown key 'folder'",
    "[plugins]\nsettings = 3\n": "citebound.toml:2: 'settings' must be a table, not a whole number",
    "[plugins.settings]\nllm = 3\n": "citebound.toml:1: 'settings' must be a table, not a whole number",
    'paths = "x"\n': "citebound.toml:1: 'paths' must be a table",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_named_with_its_place(tmp_path, text):
    path = tmp_path / "citebound.toml"
    path.write_text(text)
    with pytest.raises(ConfigurationError) as error:
        load_configuration(path)
    assert WRONG[text] in str(error.value)
    assert "\n" not in str(error.value)


def test_settings_are_read(tmp_path):
    path = tmp_path / "citebound.toml"
    path.write_text('profile = "refworld"\nfail-on = "warning"\n[severity]\nCIT004 = "error"\n')
    found = load_configuration(path)
    assert (found.profile, found.fail_on, found.severity) == ("refworld", "warning", {"CIT004": "error"})
    assert found.folder == str(tmp_path)


def test_the_settings_of_plugins_are_handed_on_as_they_are(tmp_path):
    path = tmp_path / "citebound.toml"
    path.write_text('[plugins.settings.llm]\nmodel = "m"\n[plugins.settings.llm.options]\nseed = 1\n')
    assert load_configuration(path).plugins.settings == {"llm": {"model": "m", "options": {"seed": 1}}}


def test_pyproject_serves_too(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "desk"\n[tool.citebound]\nignore = ["SRC"]\n')
    assert load_configuration(path).ignore == ("SRC",)


def test_the_nearest_file_counts(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_configuration(inner) is None or find_configuration(inner).parent not in (inner, tmp_path)
    (tmp_path / "citebound.toml").touch()
    assert find_configuration(inner) == tmp_path / "citebound.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\n")
    assert find_configuration(inner) == tmp_path / "citebound.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.citebound]\n")
    assert find_configuration(inner) == tmp_path / "a" / "pyproject.toml"


@pytest.mark.parametrize(
    ("project", "speaks"),
    [
        ("# [tool.citebound] is not here\n", False),
        ('[project]\ndependencies = ["citebound"]\n', False),
        ("tool = 3\n# citebound\n", False),
        ("[tool.citebound]\n", True),
        ('[tool]\ncitebound = {ignore = ["SRC"]}\n', True),
        ("[tool.citebound.plugins]\norder = []\n", True),
        ("[tool.citebound]\nignore = [\n", True),
    ],
)
def test_a_pyproject_counts_if_it_has_the_table(tmp_path, project, speaks):
    (tmp_path / "pyproject.toml").write_text(project)
    assert (find_configuration(tmp_path) == tmp_path / "pyproject.toml") is speaks


def test_a_pyproject_that_is_a_folder_or_no_text_is_passed_over(tmp_path):
    (tmp_path / "pyproject.toml").mkdir()
    assert find_configuration(tmp_path) != tmp_path / "pyproject.toml"
    (tmp_path / "pyproject.toml").rmdir()
    (tmp_path / "pyproject.toml").write_bytes(b"citebound \xff")
    assert find_configuration(tmp_path) != tmp_path / "pyproject.toml"


def test_a_pyproject_that_may_not_be_read_is_an_error_that_says_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").touch()

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(type(tmp_path), "read_bytes", refuse)
    with pytest.raises(
        ConfigurationError, match=r"pyproject\.toml: Permission denied; --config names another"
    ):
        find_configuration(tmp_path)


def test_a_value_where_the_table_should_be_is_named(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\n\ncitebound = 3\n")
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml:3: write a table, \[tool\.citebound\]"):
        load_configuration(tmp_path / "pyproject.toml")


@pytest.mark.parametrize("pattern", ["!", "a\\", "[z-a]"])
def test_a_pattern_that_is_none_is_named_with_its_place(tmp_path, pattern):
    (tmp_path / "citebound.toml").write_text(f"\n[paths.'{pattern}']\nignore = ['SRC']\n")
    with pytest.raises(ConfigurationError, match=r"citebound\.toml:2: "):
        load_configuration(tmp_path / "citebound.toml")


def test_settings_of_a_path_are_those_of_the_patterns_that_name_it(tmp_path):
    (tmp_path / "citebound.toml").write_text(
        'profile = "generic"\n[paths."old/"]\nprofile = "refworld"\n[paths."*.md"]\nignore = ["SRC"]\n'
    )
    found = load_configuration(tmp_path / "citebound.toml")
    settings = found.for_path(tmp_path / "old" / "a.md")
    assert (settings.profile, settings.ignore) == ("refworld", ("SRC",))
    assert found.for_path(tmp_path / "new" / "a.txt") == found
    assert found.for_path(tmp_path.parent / "old" / "a.txt") == found


def test_an_unreadable_file_is_an_error(tmp_path):
    with pytest.raises(ConfigurationError, match=r"gone\.toml"):
        load_configuration(tmp_path / "gone.toml")


def test_defaults_need_no_file():
    assert Configuration().template == "briefing"

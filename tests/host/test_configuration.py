"""A wrong configuration is one clear line that names file, line and the nearest known key."""

import pytest

from citebound.configuration import Configuration, find_configuration, load_configuration
from citebound.errors import ConfigurationError

WRONG = {
    'slect = ["CIT"]\n': "citebound.toml:1: unknown key 'slect'; did you mean 'select'?",
    '# ok\n\n[plugins]\nordre = ["a"]\n': "citebound.toml:4: unknown key 'ordre'; did you mean 'order'?",
    '[paths."old/**"]\nxyzzy = 1\n': "citebound.toml:2: unknown key 'xyzzy'; known are ignore, profile, ",
    'select = "CIT"\n': "citebound.toml:1: Expected `array`, got `str` - at `$.select`",
    'a = 1\nfail-on = "sometimes"\n': "citebound.toml:1: unknown key 'a'",
    'select = []\nfail-on = "sometimes"\n': "citebound.toml:2: Invalid enum value 'sometimes'",
    "select = [\n": "citebound.toml: ",
    'folder = "x"\n': "citebound.toml:1: unknown key 'folder'",
    "[plugins]\nsettings = 3\n": "citebound.toml:2: Expected `object`, got `int` - at `$.plugins.settings`",
    "[plugins.settings]\nllm = 3\n": "citebound.toml:1: Expected `object`, got `int` - at `$.plugins.settings[...]`",
    'paths = "x"\n': "citebound.toml:1: Expected `object`",
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


def test_an_unreadable_file_is_an_error(tmp_path):
    with pytest.raises(ConfigurationError, match=r"gone\.toml"):
        load_configuration(tmp_path / "gone.toml")


def test_defaults_need_no_file():
    assert Configuration().template == "briefing"

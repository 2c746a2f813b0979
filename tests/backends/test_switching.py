"""A backend is off until the configuration names its model; what is wrong in its settings is one line."""

import re
import subprocess
import sys

import pytest

from citebound.configuration import load_configuration
from citebound.errors import ConfigurationError
from citebound.plugins import Plugins

TEXT = "The mayor of Hollin said on Monday that the bridge would be closed."


def test_without_settings_both_are_there_and_give_nothing(extract_with):
    assert {"llm", "spacy"} <= set(Plugins().names())
    found = extract_with(TEXT)
    assert found.models == ()
    assert not [item for item in (*found.actors, *found.claims) if item.rule.startswith(("llm.", "spacy."))]


def test_without_settings_no_library_is_loaded(citebound):
    code = (
        "import citebound, sys\n"
        f"citebound.extract(citebound.read({TEXT.encode()!r}, 'text/plain'))\n"
        "print([name for name in ('spacy', 'llm', 'stix2', 'prov') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


WRONG = {
    "[plugins.settings.spacy]: 'model' is missing": {"spacy": {}},
    "[plugins.settings.spacy]: unknown key 'modle'; did you mean 'model'?": {"spacy": {"modle": "x"}},
    "[plugins.settings.spacy]: 'types' cannot be 'place'; known are armed-group, media, official, organisation, "
    "person, population, state, unknown": {"spacy": {"model": "x", "types": {"GPE": "place"}}},
    "[plugins.settings.llm]: 'model' is missing": {"llm": {}},
    "[plugins.settings.llm]: 'layers' cannot be 'events'; known are actors, claims": {
        "llm": {"model": "x", "layers": ["events"]}
    },
    "[plugins.settings.llm]: 'characters' must be a whole number >= 100": {
        "llm": {"model": "x", "characters": 1}
    },
    "plugins: 'lmm' is not installed; did you mean 'llm'?": {"lmm": {"model": "x"}},
}


@pytest.mark.parametrize("message", WRONG)
def test_wrong_settings_are_one_line(message):
    with pytest.raises(ConfigurationError) as error:
        Plugins(settings=WRONG[message])
    assert str(error.value) == message


@pytest.mark.parametrize("library", ["spacy", "llm"])
def test_a_missing_library_is_one_line_that_says_what_to_install(library, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ConfigurationError) as error:
        Plugins(settings={library: {"model": "any"}})
    assert str(error.value) == (
        f"[plugins.settings.{library}]: the library {library} is not installed: "
        f"pip install 'citebound[{library}]'"
    )


def test_the_command_line_hands_the_settings_on(citebound, tmp_path):
    (tmp_path / "report.txt").write_text(TEXT)
    (tmp_path / "citebound.toml").write_text('[plugins.settings.llm]\nmodle = "x"\n')
    done = citebound("extract", "report.txt")
    assert done.returncode == 2
    place = tmp_path / "citebound.toml"
    assert done.stderr.decode() == (
        f"citebound: {place}:1: [plugins.settings.llm]: unknown key 'modle'; did you mean 'model'?\n"
    )


def test_the_settings_in_the_documentation_are_right(root, tmp_path, monkeypatch):
    monkeypatch.setattr("citebound_hooks.backends.installed.find_spec", lambda library: library)
    page = (root / "docs" / "backends.md").read_text("utf-8")
    path = tmp_path / "citebound.toml"
    path.write_text("\n".join(re.findall(r"```toml\n(.*?)```", page, re.DOTALL)))
    settings = load_configuration(path).plugins.settings
    assert set(settings) == {"spacy", "llm"}
    assert Plugins(settings=settings).failures == []

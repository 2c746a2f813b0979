"""The fingerprint changes with everything that a result hangs on, and with nothing else."""

import pytest
from msgspec.structs import replace

from citebound.configuration import Configuration
from citebound.errors import ConfigurationError
from citebound.fingerprint import fingerprint
from citebound.plugins import Plugins
from citebound.registry import Registry


@pytest.fixture(scope="module")
def plugins():
    return Plugins()


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "briefing.xml.j2").write_text("<briefing/>")
    (tmp_path / "our-library.toml").write_text("one")
    return Configuration(template="ours", profiles=("our-library.toml",), folder=str(tmp_path))


@pytest.fixture
def taken(plugins):
    return lambda configuration, names=("a", "b"): fingerprint(Registry(plugins, configuration), names)


@pytest.mark.parametrize(
    "change",
    [
        lambda desk, folder: replace(desk, ignore=("CIT001",)),
        lambda desk, folder: replace(desk, template="briefing"),
        lambda desk, folder: (folder / "our-library.toml").write_text("two") and desk,
        lambda desk, folder: (folder / "ours" / "briefing.xml.j2").write_text("<other/>") and desk,
        lambda desk, folder: (folder / "ours" / "more.toml").write_text("x = 1") and desk,
    ],
    ids=["setting", "template", "profile's content", "template's content", "template's files"],
)
def test_it_changes_with(taken, desk, tmp_path, change):
    before = taken(desk)
    assert taken(change(desk, tmp_path)) != before


def test_it_changes_with_the_plugins_and_their_order(taken, desk, tmp_path):
    plugin = tmp_path / "plugin.py"
    plugin.write_text("x = 1")
    first = taken(desk, (str(plugin),))
    plugin.write_text("x = 2")
    assert len({first, taken(desk, (str(plugin),)), taken(desk, ("a", "b")), taken(desk, ("b", "a"))}) == 4


def test_it_is_the_same_wherever_the_configuration_stands(taken):
    assert taken(Configuration(folder="/here")) == taken(Configuration(folder="/there"))


def test_a_profile_that_is_not_there_is_told(taken, desk):
    with pytest.raises(ConfigurationError, match="nowhere"):
        taken(replace(desk, profiles=("nowhere.toml",)))

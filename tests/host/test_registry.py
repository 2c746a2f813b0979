"""Of what plugins offer under one name, the offer of the plugin that comes first counts."""

import pytest

from citebound import hookimpl
from citebound.configuration import Configuration
from citebound.errors import ConfigurationError
from citebound.formats import Format
from citebound.model import Profile
from citebound.plugins import Plugins
from citebound.registry import Registry


class Shelf:
    """A plugin that offers one of each, under names that another one has too."""

    def __init__(self, title, templates):
        self.title, self.templates = title, templates

    @hookimpl
    def citebound_profiles(self):
        return [Profile(name="library", title=self.title), Profile(name=self.title, title=self.title)]

    @hookimpl
    def citebound_templates(self):
        return [self.templates]

    @hookimpl
    def citebound_formats(self):
        return [Format(name="card", shape="record", description=self.title, write=lambda value, context: "")]


@pytest.fixture
def registry(tmp_path):
    for name in ("upper", "lower"):
        (tmp_path / name / "card").mkdir(parents=True)
    extra = {name: Shelf(name, tmp_path / name) for name in ("upper", "lower")}
    return Registry(Plugins(extra=extra, order=["upper", "lower"]), Configuration())


def test_the_first_profile_of_a_name_wins_and_stands_where_it_was_offered(registry):
    assert registry.profiles["library"].title == "upper"
    assert list(registry.profiles)[:3] == ["library", "upper", "lower"]


def test_the_first_template_of_a_name_wins(registry, tmp_path):
    assert registry.template("card") == tmp_path / "upper" / "card"


def test_the_first_format_of_a_name_and_shape_wins(registry):
    assert registry.format("card", "record").description == "upper"


def test_plugins_are_asked_once_for_their_formats(registry, monkeypatch):
    registry.format("card", "record")
    monkeypatch.setattr(Shelf, "citebound_formats", None)
    assert registry.format("json", "findings").name == "json"


def test_a_folder_of_templates_that_is_not_there_is_the_failure_of_its_plugin(tmp_path):
    broken = Registry(Plugins(extra={"upper": Shelf("upper", tmp_path / "gone")}), Configuration())
    assert "briefing" in broken.templates
    (failure,) = broken.failures
    assert (failure.plugin, failure.hook) == ("upper", "citebound_templates")
    assert "gone" in failure.error


def test_a_name_that_nobody_offers_lists_what_there_is(registry):
    with pytest.raises(ConfigurationError, match="there is no template 'nowhere'; there are briefing, card"):
        registry.template("nowhere")

"""The manager loads plugins, calls each on its own, and names the one that fails."""

import importlib.util

import msgspec
import pytest

from citebound import hookimpl
from citebound.compliance.findings import run_rules
from citebound.errors import CiteboundError, ConfigurationError
from citebound.model import Profile
from citebound.plugins import Plugins
from citebound.rules import Rule, Subject
from citebound.toml_files import as_settings


@pytest.fixture
def load(plugin_files):
    def load(name):
        spec = importlib.util.spec_from_file_location(name, plugin_files / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


def plugin(**hooks):
    """A plugin made of functions."""
    return type("Plugin", (), {name: staticmethod(hookimpl(function)) for name, function in hooks.items()})


def test_built_ins_come_through_the_same_entry_points_as_third_parties():
    assert {"readers", "describe", "rules", "briefing"} <= set(Plugins().names())
    assert Plugins().third_parties == {}


def test_a_misspelt_hook_is_an_error_that_names_it(load):
    with pytest.raises(ConfigurationError, match=r"plugin odd: .*citebound_discribe"):
        Plugins(extra={"odd": load("misspelt_hook")})


def test_a_plugin_that_is_not_installed_is_an_error_that_lists_those_that_are():
    with pytest.raises(ConfigurationError, match=r"'nobody' is not installed; known are .*readers"):
        Plugins(disable=["nobody"])


def test_a_disabled_plugin_is_not_called():
    assert "rules" not in Plugins(disable=["rules"]).names()


def test_order_puts_the_named_plugins_in_front():
    extra = {name: plugin(citebound_templates=lambda name=name: [name]) for name in ("one", "two", "three")}
    assert Plugins(extra=extra, order=["three", "two"]).names()[:3] == ["three", "two", "one"]


def test_a_plugin_that_raises_is_named_and_the_others_run():
    def fail():
        raise KeyError("shelf")

    plugins = Plugins(
        extra={"broken": plugin(citebound_templates=fail), "good": plugin(citebound_templates=lambda: ["a"])}
    )
    assert "a" in plugins.collect("citebound_templates")
    assert [(f.plugin, f.hook, f.error) for f in plugins.failures] == [
        ("broken", "citebound_templates", "KeyError: 'shelf'")
    ]


def test_a_generator_that_fails_half_way_is_the_plugins_failure(load):
    plugins = Plugins(extra={"late": load("late_failure")})
    plugins.collect("citebound_rules")
    assert [f.plugin for f in plugins.failures] == ["late"]


def test_the_first_result_that_is_not_none_wins():
    extra = {
        "none": plugin(citebound_read=lambda upload: None),
        "first": plugin(citebound_read=lambda upload: ["first"]),
        "second": plugin(citebound_read=lambda upload: ["second"]),
    }
    assert Plugins(extra=extra).first("citebound_read", upload=None) == ("first",)


def test_what_a_plugin_raises_on_purpose_reaches_the_user():
    def refuse(upload):
        raise CiteboundError("no such shelf")

    with pytest.raises(CiteboundError, match="no such shelf"):
        Plugins(extra={"strict": plugin(citebound_read=refuse)}).first("citebound_read", upload=None)


def test_a_hook_may_take_fewer_arguments_than_specified():
    plugins = Plugins(extra={"short": plugin(citebound_describe=lambda document: f"of {document}")})
    assert plugins.first("citebound_describe", document="it", profile="any") == "of it"


def test_failures_are_recorded_for_the_block_in_which_they_happen():
    def fail():
        raise ValueError

    plugins = Plugins(extra={"broken": plugin(citebound_templates=fail)})
    plugins.collect("citebound_templates")
    with plugins.recording() as failed:
        plugins.collect("citebound_templates")
    assert len(failed) == 1
    assert len(plugins.failures) == 2
    assert failed[0].error == "ValueError: no message"


def test_a_broken_entry_point_is_named_and_does_not_stop_the_program(monkeypatch):
    class Point:
        name = "gone"
        dist = None

        def load(self):
            raise ImportError("no module named gone")

    monkeypatch.setattr("citebound.plugins.entry_points", lambda group: [Point()])
    plugins = Plugins()
    assert plugins.names() == []
    assert [(f.plugin, f.hook, f.error) for f in plugins.failures] == [
        ("gone", "load", "ImportError: no module named gone")
    ]


class Keeping:
    """A plugin of the kind that an entry point names as a class: each run has its own instance."""

    def __init__(self):
        self.address = None

    @hookimpl
    def citebound_configure(self, settings):
        self.address = as_settings(settings, ShelfSettings).address


class ShelfSettings(msgspec.Struct, frozen=True):
    address: str


def test_a_plugin_gets_its_own_settings_and_no_other_does():
    one, two = Keeping(), Keeping()
    Plugins(extra={"one": one, "two": two}, settings={"one": {"address": "row 7"}})
    assert (one.address, two.address) == ("row 7", None)


WRONG_SETTINGS = {
    "plugins: 'shelve' is not installed; did you mean 'shelves'?": {"shelve": {}},
    "[plugins.settings.silent]: the plugin silent has no settings": {"silent": {}},
    "[plugins.settings.shelves]: unknown key 'adress'; did you mean 'address'?": {"shelves": {"adress": "x"}},
    "[plugins.settings.shelves]: 'address' must be text in quotation marks, not a whole number": {
        "shelves": {"address": 7}
    },
    "[plugins.settings.shelves]: 'address' is missing": {"shelves": {}},
}


@pytest.mark.parametrize("message", WRONG_SETTINGS)
def test_wrong_settings_are_one_line_that_names_the_table(message):
    silent = plugin(citebound_templates=lambda: [])
    with pytest.raises(ConfigurationError) as error:
        Plugins(extra={"shelves": Keeping(), "silent": silent}, settings=WRONG_SETTINGS[message])
    assert str(error.value) == message


def test_a_disabled_plugin_keeps_its_settings_unread():
    shelves = Keeping()
    Plugins(extra={"shelves": shelves}, settings={"shelves": {"address": 7}}, disable=["shelves"])
    assert shelves.address is None


def test_a_plugin_that_fails_at_its_settings_is_named(load):
    plugins = Plugins(extra={"broken": load("crash_everywhere")}, settings={"broken": {"any": "thing"}})
    assert [(f.plugin, f.hook, f.error) for f in plugins.failures] == [
        ("broken", "citebound_configure", "BrokenError: configure")
    ]


def test_an_entry_point_that_names_a_class_has_an_instance_for_each_run(monkeypatch):
    class Point:
        name = "shelves"
        dist = None

        def load(self):
            return Keeping

    monkeypatch.setattr("citebound.plugins.entry_points", lambda group: [Point()])
    one = Plugins(settings={"shelves": {"address": "row 7"}})
    two = Plugins()
    assert one.hooks_of("shelves") == two.hooks_of("shelves") == ["citebound_configure"]
    addresses = [each._manager.get_plugin("shelves").address for each in (one, two)]
    assert addresses == ["row 7", None]


def test_a_hook_with_other_arguments_is_an_error_that_names_the_plugin():
    with pytest.raises(ConfigurationError, match="plugin odd: a hook takes other arguments"):
        Plugins(extra={"odd": plugin(citebound_describe=lambda document, shelf: None)})


def test_a_rule_cannot_end_the_program_and_its_trace_is_logged(report_of, caplog):
    class Rude(Rule):
        """Leaves."""

        code = "TST001"
        name = "rude"

        def check(self, subject):
            raise SystemExit(7)

    document, record = report_of("A road was built.")
    subject = Subject(document=document, record=record, profile=Profile(name="generic", title="Generic"))
    with caplog.at_level("DEBUG", "citebound"):
        checked = run_rules([Rude], subject, "a.txt", owners={"TST001": "rude"})
    assert [(each.plugin, each.error) for each in checked.incomplete] == [("rude", "TST001: SystemExit: 7")]
    assert "raise SystemExit(7)" in caplog.text


def test_a_plugin_cannot_end_the_program():
    def leave():
        raise SystemExit(7)

    plugins = Plugins(extra={"rude": plugin(citebound_templates=leave)})
    plugins.collect("citebound_templates")
    assert [(f.plugin, f.error) for f in plugins.failures] == [("rude", "SystemExit: 7")]

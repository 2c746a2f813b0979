"""What the plugins offer, by name: profiles, rules, templates and formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from citebound.configuration import Configuration
from citebound.desk.aliases import load_aliases
from citebound.errors import ConfigurationError
from citebound.formats import Format, Shape
from citebound.model import Component, Decisions, Document, Incomplete, Profile, Severity, SourceRecord
from citebound.plugins import Plugins
from citebound.profiles import choose_profile, load_profile
from citebound.rules import Rule
from citebound.version import VERSION
from citebound.wrong_values import did_you_mean, nearest_of

T = TypeVar("T")


class Registry:
    """The offers of all plugins, each asked for once, when first needed.

    Args:
        plugins: Who offers.
        configuration: Which profile, rules and template are chosen.
    """

    def __init__(self, plugins: Plugins, configuration: Configuration) -> None:
        self.configuration = configuration
        self._plugins = plugins
        self.failures: list[Incomplete] = list(plugins.failures)

    @cached_property
    def profiles(self) -> dict[str, Profile]:
        """The profiles by name: the desk's own first, then those of the plugins."""
        own = [load_profile(self._own_file(name)) for name in self.configuration.profiles]
        offered: list[Profile] = [*own, *self._offers("citebound_profiles")]
        return _first_by_name((profile.name, profile) for profile in offered)

    @cached_property
    def curated(self) -> Decisions:
        """What the configured files of names join and part in every extraction."""
        files = (load_aliases(self._own_file(name)) for name in self.configuration.aliases)
        return Decisions(decisions=tuple(decision for decisions in files for decision in decisions))

    @cached_property
    def reading(self) -> str:
        """A digest of the settings that a reading hangs on, beside the chosen profile; empty for the defaults."""
        settings, default = self.configuration, Configuration()
        names = ("select", "ignore", "severity", "plugins")
        changed = {n: getattr(settings, n) for n in names if getattr(settings, n) != getattr(default, n)}
        if self.curated.decisions:
            changed["curated"] = self.curated.decisions
        return sha256(msgspec.json.encode(changed, order="sorted")).hexdigest()[:16] if changed else ""

    def _own_file(self, name: str) -> Path:
        """A file of the desk's own that the configuration names."""
        path = Path(self.configuration.folder) / name
        if not path.is_file():
            raise ConfigurationError(f"{self.configuration.place_of(name)}there is no file {path}")
        return path

    @cached_property
    def rules(self) -> tuple[type[Rule], ...]:
        """All rules, in the order of their codes."""
        return tuple(rule for _, (_, rule) in sorted(self._owned_rules.items()))

    @cached_property
    def rule_owners(self) -> dict[str, str]:
        """The plugin of each rule, by code."""
        return {code: owner for code, (owner, _) in self._owned_rules.items()}

    @cached_property
    def _owned_rules(self) -> dict[str, tuple[str, type[Rule]]]:
        owned: dict[str, tuple[str, type[Rule]]] = {}
        with self._noting_failures():
            for owner, rules in self._plugins.call("citebound_rules"):
                for rule in rules:
                    first, known = owned.setdefault(rule.code, (owner, rule))
                    if known is not rule:
                        raise ConfigurationError(f"plugins {first} and {owner} both have a rule {rule.code}")
        return owned

    @cached_property
    def selected_rules(self) -> tuple[type[Rule], ...]:
        """The rules that the configuration selects.

        Raises:
            ConfigurationError: If the configuration names a code or group that no rule has.
        """
        select = self.configuration.select
        chosen = self._named(select) if select else self.rules
        left_out = self._named(self.configuration.ignore)
        return tuple(rule for rule in self.rules if rule in chosen and rule not in left_out)

    @cached_property
    def severities(self) -> dict[str, Severity]:
        """The severities that the configuration sets, by the codes of rules; of group and code the code counts.

        Raises:
            ConfigurationError: If the configuration names a code or group that no rule has.
        """
        narrower_last = sorted(self.configuration.severity.items(), key=lambda item: len(item[0]))
        return {rule.code: severity for name, severity in narrower_last for rule in self.rules_in(name)}

    def _named(self, names: Iterable[str]) -> set[type[Rule]]:
        return {rule for name in names for rule in self.rules_in(name)}

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """The program and the plugins of others, with their versions."""
        others = self._plugins.third_parties.items()
        return (
            Component(name="citebound", version=VERSION),
            *(Component(name=name, version=version) for name, version in others),
        )

    def rules_in(self, code: str) -> tuple[type[Rule], ...]:
        """Returns the rules of a code or group, or the one of a name.

        Raises:
            ConfigurationError: If there is none.
        """
        group = code.upper() or "nothing"
        found = tuple(rule for rule in self.rules if rule.code.startswith(group) or rule.name == code)
        if not found:
            where = self.configuration.place_of(code)
            known = [name for rule in self.rules for name in (rule.code, rule.name)]
            hint = did_you_mean(code, known) or "`citebound rule` lists them"
            raise ConfigurationError(f"{where}there is no rule or group {code!r}; {hint}")
        return found

    def profile(self, name: str) -> Profile:
        """Returns a profile by its name.

        Raises:
            ConfigurationError: If there is none; lists those that are there.
        """
        if name not in self.profiles:
            where = self.configuration.place_of(name)
            raise ConfigurationError(
                f"{where}there is no profile {name!r}; {nearest_of(name, self.profiles)}"
            )
        return self.profiles[name]

    def profile_for(self, document: Document) -> Profile:
        """Returns the configured profile, or the one that the page's evidence speaks for."""
        name = self.configuration.profile
        return choose_profile(document, tuple(self.profiles.values())) if name is None else self.profile(name)

    def profile_of(self, record: SourceRecord) -> Profile:
        """Returns the profile that a record was made with."""
        return self.profiles.get(record.profile) or Profile(name=record.profile, title=record.profile)

    @cached_property
    def templates(self) -> dict[str, Path]:
        """The folders of the templates that plugins offer, by name."""
        roots: list[Path] = self._offers("citebound_templates", check=_listable)
        return _first_by_name((path.name, path) for root in roots for path in _folders(root))

    def template(self, name: str | None = None) -> Path:
        """Returns the folder of a template: its name, or a folder of the desk's own; None takes the configured one.

        Raises:
            ConfigurationError: If there is none; lists those that are there.
        """
        name = name or self.configuration.template
        found = self.templates.get(name) or Path(self.configuration.folder) / name
        if not found.is_dir():
            where = self.configuration.place_of(name)
            hint = nearest_of(name, self.templates)
            raise ConfigurationError(f"{where}there is no template {name!r}; {hint}")
        return found

    def formats(self, shape: Shape) -> dict[str, Format]:
        """Returns the output formats of a shape by name, in the order in which they are listed."""
        return _first_by_name((form.name, form) for form in self._formats if form.shape == shape)

    def format(self, name: str, shape: Shape) -> Format:
        """Returns an output format of a shape.

        Raises:
            ConfigurationError: If there is none; lists those that are there.
        """
        offered = self.formats(shape)
        if name not in offered:
            raise ConfigurationError(f"there is no format {name!r} for {shape}; {nearest_of(name, offered)}")
        return offered[name]

    @cached_property
    def _formats(self) -> list[Format]:
        return self._offers("citebound_formats")

    def _offers(self, hook: str, check: Callable[[Any], Any] | None = None) -> list[Any]:
        with self._noting_failures():
            return self._plugins.collect(hook, check=check)

    @contextmanager
    def _noting_failures(self) -> Iterator[None]:
        with self._plugins.recording() as failed:
            yield
        self.failures.extend(failure for failure in failed if failure not in self.failures)


def _first_by_name(offers: Iterable[tuple[str, T]]) -> dict[str, T]:
    """The offers by name, in their order; of two with one name the first."""
    first: dict[str, T] = {}
    for name, offer in offers:
        first.setdefault(name, offer)
    return first


def _listable(roots: Iterable[Path]) -> None:
    """Raises OSError if one is no folder that can be listed: the failure of the plugin that names it."""
    for root in roots:
        next(root.iterdir(), None)


def _folders(root: Path) -> Iterator[Path]:
    return (path for path in sorted(root.iterdir()) if path.is_dir() and not path.name.startswith(("_", ".")))

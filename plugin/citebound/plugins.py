"""Loads plugins and calls their hooks one by one, so that one that fails takes nothing else with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import Distribution, EntryPoint, entry_points
from typing import Any

import pluggy

from citebound import hookspecs
from citebound.errors import CiteboundError, ConfigurationError
from citebound.failures import FAILURES, failure_of
from citebound.model import Incomplete
from citebound.wrong_values import nearest

BUILT_IN = "citebound"


class Plugins:
    """The plugins of one run.

    Args:
        order: Names of plugins that come before all others, the first one first.
        disable: Names of plugins that are not loaded.
        extra: Plugin objects by name that have no entry point (tests, embedding programs); they come before
            those with one.
        settings: Each plugin's own settings, by its name.
        place_of: Where a plugin is named (`citebound.toml:3: `), to stand before messages on it.

    Raises:
        ConfigurationError: If a plugin implements a hook that does not exist, or `order`, `disable` or `settings`
            names a plugin that is not installed, or a setting is wrong.
    """

    def __init__(
        self,
        *,
        order: Sequence[str] = (),
        disable: Sequence[str] = (),
        extra: dict[str, object] | None = None,
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        place_of: Callable[[str], str] = lambda name: "",
    ) -> None:
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        for specifications in hookspecs.SPECIFICATIONS:
            self._manager.add_hookspecs(specifications)
        self.failures: list[Incomplete] = []
        self.third_parties: dict[str, str] = {}
        self._place_of = place_of
        found = _installed()
        self._refuse_unknown([*order, *disable, *(settings or {})], [*found, *(extra or {})])
        loaded = {name: plugin for name, plugin in (extra or {}).items() if name not in disable}
        for name, point in found.items():
            if name not in disable and name not in loaded:
                self._load(name, point, loaded)
        ranked = sorted(loaded, key=lambda name: order.index(name) if name in order else len(order))
        for name in reversed(ranked):  # pluggy calls the last one registered first
            self._register(name, loaded[name])
        self._check_names()
        for name, table in (settings or {}).items():
            if name in loaded:
                self._configure(name, table)

    def _refuse_unknown(self, named: Sequence[str], known: Sequence[str]) -> None:
        for name in named:
            if name not in known:
                raise ConfigurationError(
                    f"{self._place_of(name)}plugins: {name!r} is not installed; {nearest(name, known)}"
                )

    def _configure(self, name: str, settings: Mapping[str, Any]) -> None:
        """Hands a plugin its own settings."""
        if "citebound_configure" not in self.hooks_of(name):
            place = self._place_of(name)
            raise ConfigurationError(f"{place}[plugins.settings.{name}]: the plugin {name} has no settings")
        try:
            for _ in self.call("citebound_configure", only=name, settings=settings):
                pass
        except CiteboundError as error:
            raise ConfigurationError(f"{self._place_of(name)}[plugins.settings.{name}]: {error}") from error

    def _load(self, name: str, point: EntryPoint, loaded: dict[str, object]) -> None:
        try:
            plugin = point.load()
            loaded[name] = plugin() if isinstance(plugin, type) else plugin
        except FAILURES as error:  # a broken distribution must not stop the program
            self.failures.append(failure_of(name, "load", error))
        else:
            if point.dist is not None and _name_of(point.dist) != BUILT_IN:
                self.third_parties[name] = point.dist.version

    def _register(self, name: str, plugin: object) -> None:
        try:
            self._manager.register(plugin, name)
        except pluggy.PluginValidationError as error:
            line = " ".join(str(error).split())
            raise ConfigurationError(
                f"plugin {name}: a hook takes other arguments than it is given: {line}"
            ) from error

    def _check_names(self) -> None:
        try:
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            name = self._manager.get_name(error.plugin)
            raise ConfigurationError(
                f"plugin {name}: {error}; hooks are {', '.join(sorted(vars(self._manager.hook)))}"
            ) from error

    def names(self) -> list[str]:
        """Returns the names of the plugins in the order in which they are called."""
        return [name for name, plugin in reversed(self._manager.list_name_plugin()) if plugin]

    def hooks_of(self, name: str) -> list[str]:
        """Returns the hooks that a plugin implements."""
        callers = self._manager.get_hookcallers(self._manager.get_plugin(name)) or []
        return sorted(caller.name for caller in callers)

    @contextmanager
    def recording(self) -> Iterator[list[Incomplete]]:
        """Gives a list that holds, at the end of the block, the failures that happened inside it."""
        before = len(self.failures)
        recorded: list[Incomplete] = []
        try:
            yield recorded
        finally:
            recorded.extend(self.failures[before:])

    def call(
        self,
        hook: str,
        *,
        check: Callable[[Any], Any] | None = None,
        only: str | None = None,
        **arguments: Any,
    ) -> Iterator[tuple[str, Any]]:
        """Calls a hook of each plugin in turn; yields plugin name and result, leaving out None.

        A plugin that raises is recorded in `failures` and left out.

        Args:
            hook: The hook's name.
            check: Looks at each result; what it raises counts as the plugin's failure.
            only: The one plugin that is called; None calls all.
            arguments: The hook's arguments.

        Raises:
            CiteboundError: What a plugin raised on purpose, to tell the user what is wrong with the input.
        """
        caller = getattr(self._manager.hook, hook)
        for implementation in reversed(caller.get_hookimpls()):
            name = implementation.plugin_name
            if only is not None and name != only:
                continue
            try:
                given = {key: arguments[key] for key in implementation.argnames}
                result = implementation.function(**given)
                if result is not None and hook in _MANY:
                    result = tuple(result)  # a generator that fails, fails here
                if result is not None and check is not None:
                    check(result)
            except CiteboundError:
                raise
            except FAILURES as error:
                self.failures.append(failure_of(name, hook, error))
            else:
                if result is not None:
                    yield name, result

    def first(self, hook: str, **arguments: Any) -> Any | None:
        """Returns the first result that is not None; a plugin that fails is passed over."""
        return next((result for _, result in self.call(hook, **arguments)), None)

    def collect(self, hook: str, **arguments: Any) -> list[Any]:
        """Returns the items of all plugins in one list."""
        return [item for _, items in self.call(hook, **arguments) for item in items]


_MANY = frozenset(
    f"citebound_{name}"
    for name in ("read", "profiles", "extract", "rules", "templates", "formats", "commands")
)


def _installed() -> dict[str, EntryPoint]:
    """Entry points by name: third parties in the order of their names, then the built-ins."""

    def rank(point: EntryPoint) -> tuple[bool, str]:
        return (point.dist is not None and _name_of(point.dist) == BUILT_IN, point.name)

    return {point.name: point for point in sorted(entry_points(group=hookspecs.PROJECT), key=rank)}


@lru_cache(maxsize=64)
def _name_of(distribution: Distribution) -> str:
    """A distribution's name; its metadata are parsed anew each time they are asked for, once for all is enough."""
    return distribution.name

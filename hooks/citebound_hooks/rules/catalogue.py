"""Finds the rules of this folder: one a module, named `cit004_…`."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from inspect import isabstract, isclass
from pkgutil import iter_modules

from citebound.rules import Rule

_RULE_MODULE = re.compile(r"[a-z]{3}\d{3}_\w+")
_FOLDER = "citebound_hooks.rules"


@cache
def built_in_rules() -> tuple[type[Rule], ...]:
    """Returns the built-in rules in the order of their codes."""
    package = import_module(_FOLDER)
    names = sorted(
        module.name for module in iter_modules(package.__path__) if _RULE_MODULE.fullmatch(module.name)
    )
    return tuple(rule for name in names for rule in _rules_in(f"{_FOLDER}.{name}"))


def _rules_in(module_name: str) -> tuple[type[Rule], ...]:
    module = import_module(module_name)
    return tuple(
        value
        for value in vars(module).values()
        if isclass(value)
        and issubclass(value, Rule)
        and not isabstract(value)
        and value.__module__ == module_name
    )

"""The built-in compliance rules: one a file, named for what it forbids."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.rules import Rule


@hookimpl
def citebound_rules() -> Sequence[type[Rule]]:
    """Gives the rules of this folder in the order of their codes."""
    from citebound_hooks.rules.catalogue import built_in_rules

    return built_in_rules()

"""The trace of a plugin that failed."""

from __future__ import annotations

from citebound.model.value import Value


class Incomplete(Value, frozen=True, kw_only=True):
    """A plugin's part that is missing from a result, because the plugin failed.

    Attributes:
        plugin: The plugin's name.
        hook: The hook that was called.
        error: The exception, in one line.
    """

    plugin: str
    hook: str
    error: str

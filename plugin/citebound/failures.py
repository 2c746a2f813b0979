"""What is kept of a plugin that fails: one line for the result, the whole trace for whoever asks with `-v`."""

from __future__ import annotations

import logging

from citebound.model import Incomplete

log = logging.getLogger("citebound")

FAILURES = (Exception, SystemExit)
"""What counts as a plugin's own failure: whatever it raises, and that it may not end the program either."""


def failure_of(plugin: str, hook: str, error: BaseException, part: str = "") -> Incomplete:
    """Returns the line that a result keeps of a failure, and logs its trace.

    Args:
        plugin: The plugin's name.
        hook: The hook that was called.
        error: What it raised.
        part: What of the plugin failed, such as the code of a rule; empty if that is all of it.
    """
    log.debug("plugin %s failed in %s", plugin, hook, exc_info=error)
    said = f"{type(error).__name__}: {' '.join(str(error).split()) or 'no message'}"
    return Incomplete(plugin=plugin, hook=hook, error=f"{part}: {said}" if part else said)

"""The hooks that plugins implement. Prefix `citebound_`; register through the entry-point group `citebound`.

Every hook takes at most three arguments and returns typed values; none may change what it gets. A hook may take
fewer arguments than its specification names. Each call is isolated: whatever a plugin raises is reported under its
name, its part is missing and marked `incomplete`, the other plugins run. The exception is `CiteboundError`: a
plugin raises it on purpose, to tell the user what is wrong with the input.

Order: plugins run in the order of `plugins.order` in the configuration, then third parties, then the built-ins.
"""

from __future__ import annotations

from citebound.hookspecs import offers, steps
from citebound.hookspecs.markers import PROJECT, hookimpl

__all__ = ["PROJECT", "SPECIFICATIONS", "hookimpl"]

SPECIFICATIONS = (steps, offers)
"""The modules that hold the specifications, in the order of reading."""

"""Who said what, through whom, and does the page that we publish still say so?

The public interface of the host: the steps as functions, the values that they pass on (`citebound.model`), and
what a plugin needs (`hookimpl`, `citebound.rules`, `citebound.profiles`, `citebound.formats`, `citebound.layers`,
`citebound.delivery`, `citebound.dates`, `citebound.errors`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citebound import version

if TYPE_CHECKING:
    from citebound.errors import CiteboundError
    from citebound.hookspecs import hookimpl
    from citebound.steps import brief, check, describe, extract, read, render

__all__ = [
    "CiteboundError", "__version__", "brief", "check", "describe", "extract", "hookimpl", "read", "render",
]  # fmt: skip

__version__ = version.VERSION

_HOME = {
    "CiteboundError": "citebound.errors",
    "hookimpl": "citebound.hookspecs",
} | dict.fromkeys(("brief", "check", "describe", "extract", "read", "render"), "citebound.steps")


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first used, so that `import citebound` stays light."""
    if name not in _HOME:
        raise AttributeError(f"module 'citebound' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)

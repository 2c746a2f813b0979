"""Tells whether the library of a backend is installed, without loading it."""

from __future__ import annotations

from importlib.util import find_spec

from citebound.errors import ConfigurationError


def require(library: str) -> None:
    """Checks that a library is installed; the extra of its backend has the same name.

    Raises:
        ConfigurationError: Says what to install.
    """
    try:
        found = find_spec(library)
    except ValueError:  # a module without a specification, or one that is blocked
        found = None
    if found is None:
        raise ConfigurationError(
            f"the library {library} is not installed: pip install 'citebound[{library}]'"
        )

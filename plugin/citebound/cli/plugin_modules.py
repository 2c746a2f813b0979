"""Plugins that are named on the command line."""

from __future__ import annotations

import importlib.util
import sys
from importlib import import_module
from pathlib import Path

from citebound.errors import ConfigurationError


def plugin_module(name: str) -> object:
    """Loads a plugin from a module's name or from a `.py` file.

    Raises:
        ConfigurationError: If it cannot be loaded.
    """
    try:
        if not name.endswith(".py"):
            return import_module(name)
        spec = importlib.util.spec_from_file_location(Path(name).stem, name)
        if spec is None or spec.loader is None:
            raise ImportError("no module")
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module  # so that its own classes can be looked up and pickled
        spec.loader.exec_module(module)
    except Exception as error:  # a plugin's module may raise anything
        raise ConfigurationError(f"--plugin {name}: cannot be loaded: {_why(error)}") from error
    return module


def _why(error: Exception) -> object:
    return error.strerror if isinstance(error, OSError) and error.strerror else error

"""Plugins that are named on the command line."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from citebound.errors import ConfigurationError


def plugin_module(name: str) -> object:
    """Loads a plugin from a module's name, from a `.py` file, or from the folder of a package.

    Raises:
        ConfigurationError: If it cannot be loaded.
    """
    try:
        file = _file_of(name)
        return import_module(name) if file is None else _loaded(file)
    except Exception as error:  # a plugin's module may raise anything
        raise ConfigurationError(f"--plugin {name}: cannot be loaded: {_why(error)}") from error


def _file_of(name: str) -> Path | None:
    """The file that is meant; None for the name of a module."""
    path = Path(name)
    if path.is_dir() and (path / "__init__.py").is_file():
        return path / "__init__.py"
    if path.suffix == ".py":
        return path
    if path.is_file() or "/" in name:
        raise ImportError("name a module, a .py file, or the folder of a package")
    return None


def _loaded(file: Path) -> ModuleType:
    """Loads a file; the `__init__.py` of a package under the package's name, so that it finds its other modules."""
    package = file.name == "__init__.py"
    name = file.absolute().parent.name if package else file.stem
    spec = spec_from_file_location(
        name, file, submodule_search_locations=[str(file.parent)] if package else None
    )
    if spec is None or spec.loader is None:
        raise ImportError("no module")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # so that its own modules and classes can be found and pickled
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[spec.name]
        raise
    return module


def _why(error: Exception) -> object:
    return error.strerror if isinstance(error, OSError) and error.strerror else error

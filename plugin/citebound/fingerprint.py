"""The digest of all that a result hangs on besides the document itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from citebound.errors import ConfigurationError
from citebound.registry import Registry


def fingerprint(registry: Registry, plugins: Sequence[str]) -> str:
    """Returns the digest of version, plugins, configuration, the desk's own profiles, and template.

    Args:
        registry: What the plugins offer, and the configuration.
        plugins: The names of the plugins in the order in which they are called.

    Raises:
        ConfigurationError: If the template or a profile is not there.
    """
    digest = sha256()
    for piece in _pieces(registry, plugins):
        digest.update(sha256(piece).digest())  # of each piece, so that no two lists of pieces read alike
    return digest.hexdigest()


def _pieces(registry: Registry, plugins: Sequence[str]) -> Iterator[bytes]:
    settings = registry.configuration
    yield msgspec.json.encode(registry.components)
    yield msgspec.json.encode(list(plugins))
    yield msgspec.json.encode(replace(settings, folder="."), order="sorted")  # wherever the file stands
    own = [Path(settings.folder) / name for name in settings.profiles]
    for path in (*own, *(Path(name) for name in plugins if name.endswith(".py"))):
        yield _content(path)
    template = registry.template()
    for path in sorted(template.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(template).as_posix().encode("utf-8", "surrogateescape")
            yield _content(path)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror or error}") from error

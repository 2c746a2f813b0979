"""The library behind the extra `sign`, which need not be there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from citebound.errors import UsageError


@contextmanager
def needs_pyhanko(what: str) -> Iterator[None]:
    """Around imports that need pyHanko.

    Raises:
        UsageError: If it is not installed; names the extra.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(f"{what} needs an extra: pip install 'citebound[sign]'") from error

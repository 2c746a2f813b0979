"""What the pages of a briefing hang on besides the briefing: the template, and the libraries that set them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from citebound.model import Component
from citebound_hooks.briefing.template.folder import TemplateFolder

EXTRAS = ("justmytype-intl-cjk",)
LIBRARIES = ("font-source-serif-pro", "pymupdf-fonts", "reportlab", "uharfbuzz")


def renderer_of(folder: TemplateFolder) -> tuple[Component, ...]:
    """Returns the digest of the template and the versions of the libraries; with others, other bytes may come out."""
    return (Component(name="template", version=folder.digest), *_libraries())


@cache
def _libraries() -> tuple[Component, ...]:
    return tuple(Component(name=name, version=version(name)) for name in (*LIBRARIES, *_extras()))


def _extras() -> Iterator[str]:
    """Yields the extras that are installed: without them some characters look another way."""
    for name in EXTRAS:
        with suppress(PackageNotFoundError):
            version(name)
            yield name

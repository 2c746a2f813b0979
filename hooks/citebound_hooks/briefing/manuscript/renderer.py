"""What the pages of a briefing hang on besides the briefing: the template, and the libraries that set them."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from citebound.model import Component
from citebound_hooks.briefing.template.folder import TemplateFolder

LIBRARIES = ("font-source-serif-pro", "pymupdf-fonts", "reportlab", "uharfbuzz")


def renderer_of(folder: TemplateFolder) -> tuple[Component, ...]:
    """Returns the digest of the template and the versions of the libraries; with others, other bytes may come out."""
    return (Component(name="template", version=folder.digest), *_libraries())


@cache
def _libraries() -> tuple[Component, ...]:
    return tuple(Component(name=name, version=version(name)) for name in LIBRARIES)

"""The built-in output formats of findings, records and extractions: one a file."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.formats import Format


@hookimpl
def citebound_formats() -> Sequence[Format]:
    """Gives the formats of this folder; each loads its libraries when it first writes."""
    from citebound_hooks.formats.catalogue import built_in_formats

    return built_in_formats()

"""Exports of extractions for other systems: W3C Web Annotation, STIX 2.1 and PROV-JSON."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.formats import Format


@hookimpl
def citebound_formats() -> Sequence[Format]:
    """Gives the exports; each loads its library when it first writes."""
    from citebound_hooks.exports.catalogue import exports

    return exports()

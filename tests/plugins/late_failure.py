"""A plugin that returns a generator which fails half-way, and items of the wrong kind."""

from citebound import hookimpl


@hookimpl
def citebound_rules():
    yield from ()
    raise RuntimeError("half-way")


@hookimpl
def citebound_extract(document, record, layers):
    return ["not an item"] if layers.wanted == "actors" else None

"""A plugin with a hook that does not exist."""

from citebound import hookimpl


@hookimpl
def citebound_discribe(document, profile):
    return None

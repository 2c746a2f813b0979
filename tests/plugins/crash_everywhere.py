"""A plugin whose every hook fails. Nothing of the others' work may be lost."""

from citebound import hookimpl


class BrokenError(Exception):
    pass


@hookimpl
def citebound_configure(settings):
    raise BrokenError("configure")


@hookimpl
def citebound_read(upload):
    raise BrokenError("read")


@hookimpl
def citebound_profiles():
    raise BrokenError("profiles")


@hookimpl
def citebound_describe(document, profile):
    raise BrokenError("describe")


@hookimpl
def citebound_extract(document, record, layers):
    raise BrokenError(f"extract {layers.wanted}")


@hookimpl
def citebound_rules():
    raise BrokenError("rules")


@hookimpl
def citebound_templates():
    raise BrokenError("templates")


@hookimpl
def citebound_render(briefing, template):
    raise BrokenError("render")


@hookimpl
def citebound_formats():
    raise BrokenError("formats")


@hookimpl
def citebound_sign(content, key, timestamp):
    raise BrokenError("sign")


@hookimpl
def citebound_deliver(delivery):
    raise BrokenError("deliver")


@hookimpl
def citebound_commands():
    raise BrokenError("commands")

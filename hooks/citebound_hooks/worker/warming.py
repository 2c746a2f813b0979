"""Loads everything that documents need before the first one is forked off."""

from __future__ import annotations

import gc
from contextlib import suppress

from citebound.commands import Steps
from citebound.errors import UnavailableError
from citebound.model import Upload

_TEXT = b"A note\n\nThe mayor said on 4 May 2020 that a bridge was built (Daily Note, May 4).\n"
_PAGE = (
    b"<html><head><title>A note</title></head><body><h1>A note</h1><p>A bridge was built.</p></body></html>"
)


def warm_up(steps: Steps) -> None:
    """Takes two small pages of our own through all steps.

    Raises:
        CiteboundError: If the configuration is wrong, or the key that is to sign cannot be used; no document should
            suffer from that.
    """
    import pypdf  # noqa: F401  # what reads PDF is loaded, too

    for content, media_type in ((_TEXT, "text/plain"), (_PAGE, "text/html")):
        for document in steps.read(Upload(content=content, media_type=media_type)):
            rendered = steps.render(steps.brief_document(document))
    with suppress(UnavailableError):  # documents wait for the server; whatever else is wrong is told at once
        steps.sign(rendered)
    gc.collect()
    gc.freeze()  # children share these pages of memory as long as nobody touches them

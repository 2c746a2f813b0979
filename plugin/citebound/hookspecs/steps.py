"""The steps of a document.

They run for each one, in the order of the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citebound.hookspecs.markers import hookspec

if TYPE_CHECKING:
    from citebound.delivery import Delivered, Delivery
    from citebound.layers import Layers
    from citebound.model import Briefing, Document, Profile, SourceRecord, Upload


@hookspec(firstresult=True)
def citebound_read(upload: Upload) -> Sequence[Document] | None:
    """Reads an upload into documents: one for a report, one an entry for a reference list.

    Runs first, once for each input. The first plugin that returns documents wins; return None when
    `upload.media_type` is not your own.

    Raises:
        UnreadableError: Or one of its subclasses, if the file is yours but cannot be read.

    Example:
        ```python
        @hookimpl
        def citebound_read(upload):
            if upload.media_type != "text/x-minutes":
                return None
            text = upload.content.decode("utf-8")
            return [Document(text=text, sha256=sha256(upload.content).hexdigest(),
                             media_type=upload.media_type, bytes=len(upload.content),
                             filename=upload.filename)]
        ```
    """


@hookspec(firstresult=True)
def citebound_describe(document: Document, profile: Profile) -> SourceRecord | None:
    """Makes the source record of a document.

    Runs after the profile was chosen. The first record wins; return None for documents that are not yours. A
    field that the page does not say stays None: nothing is filled in by guessing.

    Example:
        ```python
        @hookimpl
        def citebound_describe(document, profile):
            if profile.name != "our-library":
                return None
            return record_from_catalogue_card(document, profile)
        ```
    """


@hookspec
def citebound_extract(document: Document, record: SourceRecord, layers: Layers) -> Sequence[Any] | None:
    """Gives the items of one layer: citations, dates, actors, claims, events, hedges or summary sentences.

    Runs once for each layer, in the order of `citebound.layers.LAYERS`. `layers.wanted` names it, `layers.before`
    holds the layers before with their final ids; return None for a layer that is not yours. All plugins
    contribute. Parts are keyed by their spans: exact duplicates become one, and where two overlap the plugin
    configured first wins. Give each item an id of your own that is unique within what you return, and use it for
    references within the layer; the host renames all ids in the order of the text. Leave `Claim.events` empty: the
    host fills it from the events. Make every span with `document.span(start, end)`. A plugin that asks a model adds
    a `ModelUse` to its items: it names the model and counts what was dropped.

    Example:
        ```python
        @hookimpl
        def citebound_extract(document, record, layers):
            if layers.wanted != "dates":
                return None
            return [DatedWords(raw=m[0], iso=None, span=document.span(*m.span()), rule="our.feasts")
                    for m in FEAST_DAY.finditer(document.text)]
        ```
    """


@hookspec(firstresult=True)
def citebound_render(briefing: Briefing, template: Path) -> bytes | None:
    """Renders a briefing as PDF with its source record appended, in one pass.

    Runs last but for delivery. The first bytes win; return None for a template that is not yours. The same
    arguments must give the same bytes. What could not be shown as it is, `citebound.notes.note` tells the desk.

    Raises:
        ConfigurationError: If the template is wrong; names the file and the line.

    Example:
        ```python
        @hookimpl
        def citebound_render(briefing, template):
            if not (template / "card.txt").exists():
                return None
            return catalogue_card(briefing).encode()
        ```
    """


@hookspec(firstresult=True)
def citebound_sign(content: bytes, key: Path, timestamp: str | None) -> bytes | None:
    """Signs a rendered briefing: returns it with a signature appended.

    Runs after rendering and before delivery, if the command line or the configuration asks for a signature. The first
    bytes win; return None for a kind of key that is not yours. A passphrase comes from a file, the environment or a
    prompt, never from the command line. `timestamp` is the address of a server that says when it was signed
    (RFC 3161), if that is wanted; a plugin that cannot ask it must not sign.

    Raises:
        UsageError: If the key cannot be read or used; names the file.

    Example:
        ```python
        @hookimpl
        def citebound_sign(content, key, timestamp):
            if key.suffix != ".token" or timestamp:
                return None
            return content + seal_of(content, key)
        ```
    """


@hookspec
def citebound_deliver(delivery: Delivery) -> Delivered | None:
    """Hands a finished briefing over to where it belongs.

    Runs once for each briefing. All plugins deliver; return what was written where, or None for nothing.

    Example:
        ```python
        @hookimpl
        def citebound_deliver(delivery):
            catalogue.attach(delivery.briefing.record.document.sha256, delivery.content)
            return Delivered(where="catalogue")
        ```
    """

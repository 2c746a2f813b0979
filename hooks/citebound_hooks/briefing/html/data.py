"""What goes along, for machines: data blocks, which browsers neither run nor show."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup

from citebound_hooks.briefing.html.tags import line, tag
from citebound_hooks.briefing.manuscript.attachments import JSON, Attachment

_ESCAPED = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})


def data_blocks(attachments: Sequence[Attachment]) -> Markup:
    """Writes each attachment as a data block (HTML, 4.12.1): JSON as it is, all else in Base64."""
    return Markup("").join(map(_block, attachments))


def _block(attachment: Attachment) -> Markup:
    plain = attachment.is_json
    content = _json(attachment.content) if plain else b64encode(attachment.content).decode()
    return line(
        tag(
            "script", Markup(content),  # noqa: S704 - nothing in it can end the block
            type=JSON if plain else "application/octet-stream",
            data_media_type=attachment.media_type, data_encoding=None if plain else "base64",
            data_name=attachment.name, data_relationship=attachment.relationship,
        )
    )  # fmt: skip


def _json(content: bytes) -> str:
    """Returns the same JSON without the characters that could end the block."""
    return content.decode().translate(_ESCAPED)

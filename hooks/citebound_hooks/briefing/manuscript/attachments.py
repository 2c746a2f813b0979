"""What goes along with a briefing, for machines; together the parts are the briefing again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from citebound.ai_use import ai_use_of
from citebound.model import Briefing, Component, Provenance
from citebound_hooks.briefing.attachment_names import EXTRACTION, PROVENANCE, RECORD, original_name
from citebound_hooks.briefing.manuscript.exchange import for_other_programs
from citebound_hooks.briefing.manuscript.original import cleaned

JSON = "application/json"
Relationship = Literal["Source", "Data", "Supplement"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the briefing.

    Attributes:
        name: ASCII, as the reader's program will show and save it.
        relationship: What it is to the briefing.
        description: For people, in the language of the briefing.
    """

    name: str
    media_type: str
    relationship: Relationship
    description: str
    content: bytes

    @property
    def is_json(self) -> bool:
        """True for JSON and what is built on it, such as JSON-LD."""
        return self.media_type == JSON or self.media_type.endswith("+json")


def attachments(
    briefing: Briefing, template: str, say: Callable[[str], str], renderer: Sequence[Component] = ()
) -> list[Attachment]:
    """Returns the machine-readable parts that go along; together they are the briefing again.

    Args:
        briefing: The values.
        template: The template's name.
        say: Gives our own words for a key.
        renderer: What the pages hang on besides.
    """
    provenance = Provenance(
        template=template,
        renderer=briefing.renderer or tuple(renderer),
        profile=briefing.profile,
        findings=briefing.findings,
        decisions=briefing.decisions,
        components=briefing.components,
        incomplete=briefing.incomplete,
        ai_use=ai_use_of(briefing.extraction),
        dated=briefing.dated,
        reading=briefing.reading,
    )
    values = {RECORD: briefing.record, EXTRACTION: briefing.extraction, PROVENANCE: provenance}
    parts = [(name, JSON, value.to_json()) for name, value in values.items()]
    attached = [
        Attachment(
            name, media_type, "Data", say(f"{Path(name).stem.removeprefix('source-')}-attachment"), content
        )
        for name, media_type, content in [*parts, *for_other_programs(briefing)]
    ]
    return [*attached, *_original(briefing, say("original-attachment"))]


def _original(briefing: Briefing, description: str) -> Iterator[Attachment]:
    """Yields the original, if it goes along."""
    if briefing.original is not None:
        original = cleaned(briefing.original)
        name = original_name(original.media_type)
        yield Attachment(name, original.media_type, "Source", description, original.content)

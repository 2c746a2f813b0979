"""What the library of the (invented) Harrow Institute adds to citebound.

Five hooks in one small package: a reader for its catalogue notes, a profile for its own pages, a rule of the
house, and two output formats. Install it beside citebound, and `citebound plugins` shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from citebound import hookimpl
from citebound.formats import Format
from citebound.model import Document, Profile, Upload
from citebound.profiles import load_profile
from citebound.rules import Rule
from citebound_harrow.card import catalogue_card
from citebound_harrow.house_rule import SeriesMissing
from citebound_harrow.notes import read_note


@hookimpl
def citebound_read(upload: Upload) -> Sequence[Document] | None:
    """Reads a catalogue note, a text whose first line is `NOTE`."""
    return read_note(upload) if upload.media_type == "text/x-harrow-note" else None


@hookimpl
def citebound_profiles() -> Sequence[Profile]:
    """Gives the profile of the institute's own pages."""
    return [load_profile(Path(__file__).with_name("harrow.toml"))]


@hookimpl
def citebound_rules() -> Sequence[type[Rule]]:
    """Gives the rule of the house."""
    return [SeriesMissing]


@hookimpl
def citebound_formats() -> Sequence[Format]:
    """Gives a catalogue card for records, and a one-line count for findings."""
    return [
        Format(name="card", shape="record", description="a catalogue card", write=catalogue_card),
        Format(
            name="count",
            shape="findings",
            description="how many findings",
            write=lambda findings, context: f"{len(findings.findings)} findings\n",
        ),
    ]

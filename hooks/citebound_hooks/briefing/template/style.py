"""The style of a template (`style.toml`): paper, grid, faces, types. Unknown keys are errors."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from citebound.toml_files import as_table
from citebound_hooks.briefing.template.lineage import STYLE, read_style


class StyleTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The base of a style's tables: keys with hyphens, unknown keys refused. Measures are in points."""


class PageStyle(StyleTable, frozen=True, kw_only=True):
    """The paper, and the grid of a margin column for labels and a text column.

    Attributes:
        label: Width of the margin column.
        gutter: Between the two columns.
        header: Base line of the header, from the upper edge.
        footer: Base line of the footer, from the lower edge.
        marking: Base line of the handling marking, from the upper edge and from the lower one.
    """

    width: float = 595.28
    height: float = 841.89
    top: float
    right: float
    bottom: float
    left: float
    label: float
    gutter: float
    header: float
    footer: float
    marking: float = 20.0


class TypeStyle(StyleTable, frozen=True, kw_only=True):
    """The type of a role.

    Attributes:
        family: One of `families`.
        weight: One of the family's weights.
        leading: Distance of base lines.
        features: OpenType features, such as `smcp` for small capitals.
        tracking: Space after each letter.
        before: Space above a paragraph.
        after: Space below it.
        indent: Space at its left.
        align: `left` or `right`, seen from the direction of the script, or `center`.
        place: In the text column, or over both.
        balance: True for lines of about one length, as titles want them.
    """

    family: str
    weight: str = "regular"
    size: float
    leading: float
    colour: str = "ink"
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    align: Literal["left", "right", "center"] = "left"
    place: Literal["text", "full"] = "text"
    balance: bool = False


class InlineStyle(StyleTable, frozen=True, kw_only=True):
    """How words inside a paragraph differ from it; what is left out stays as it is.

    Attributes:
        scale: Of the type size.
    """

    family: str | None = None
    weight: str | None = None
    scale: float = 1.0
    colour: str | None = None
    features: tuple[str, ...] = ()
    tracking: float = 0.0


class SectionStyle(StyleTable, frozen=True, kw_only=True):
    """Where a section's heading stands, and the rule and the space above it."""

    heading: Literal["side", "above"] = "side"
    before: float = 14.0
    rule: float = 0.5


class TableStyle(StyleTable, frozen=True, kw_only=True):
    """A table.

    Attributes:
        columns: Widths, without the gaps.
        gap: Between columns.
        place: Over the text column, or over both.
        padding: Above and below each cell.
        rule: Thickness of the line under a row.
        head_rule: Thickness of the line under the head.
    """

    columns: tuple[float, ...]
    gap: float = 12.0
    place: Literal["text", "full"] = "text"
    padding: float = 3.0
    rule: float = 0.25
    head_rule: float = 0.75


class ListStyle(StyleTable, frozen=True, kw_only=True):
    """A list: its bullet (none for numbers), the indent of its text, the space between items."""

    bullet: str = ""
    indent: float = 12.0
    between: float = 3.0


class TimelineStyle(StyleTable, frozen=True, kw_only=True):
    """A timeline: a line with a mark for each date, and labels that hang below it; or a row for each date.

    Attributes:
        label: The most that a label may be wide.
        column: Where each date has a row: from one column to the next.
        apart: The least distance of two dates; longer stretches of time are shortened for it.
        colour: Of marks.
        line: Colour of the line and of the threads that labels hang on.
    """

    label: float = 84.0
    column: float = 120.0
    apart: float = 29.0
    colour: str = "ink"
    line: str = "rule"
    before: float = 4.0
    after: float = 8.0
    place: Literal["text", "full"] = "full"


class ChainStyle(StyleTable, frozen=True, kw_only=True):
    """An attribution chain: a column for each stage, arrows from one to the next.

    Attributes:
        first: Width of the first column; the others share the rest.
        gap: Between columns, where the arrows are.
        between: Space between two routes.
        lines: The most lines of a name.
        colour: Of the arrows.
    """

    first: float = 100.0
    gap: float = 20.0
    between: float = 6.0
    lines: int = 3
    colour: str = "soft"
    before: float = 6.0
    after: float = 8.0
    place: Literal["text", "full"] = "full"


class PanelStyle(StyleTable, frozen=True, kw_only=True):
    """A background behind blocks.

    Attributes:
        bar: Thickness of a line at its left.
        colour: Of the bar.
        inset: How far it reaches beyond the words at both sides.
    """

    tint: str | None = None
    bar: float = 0.0
    colour: str = "rule"
    padding: float = 8.0
    inset: float = 10.0
    before: float = 10.0
    place: Literal["text", "full"] = "full"


class Style(StyleTable, frozen=True, kw_only=True):
    """A whole style sheet.

    Attributes:
        language: Which wordings to use (`strings/en.toml`).
        sentences: Which sentences are numbered: those that the briefing quotes, or all of the source.
        families: For each family its weights, each a list of faces by preference: a name that the font packages
            know, or the path of a font file beside the style.
        languages: Of several faces for the same signs, how the names of those begin that come first, by the language
            of the source.
        dark: Colours on a dark screen, for those of `colours` that differ there; `paper` is the background.
    """

    language: str = "en"
    sentences: Literal["quoted", "all"] = "quoted"
    page: PageStyle
    colours: dict[str, str]
    dark: dict[str, str] = {}
    languages: dict[str, str] = {}
    families: dict[str, dict[str, tuple[str, ...]]]
    types: dict[str, TypeStyle]
    inlines: dict[str, InlineStyle]
    sections: dict[str, SectionStyle] = {}
    tables: dict[str, TableStyle] = {}
    lists: dict[str, ListStyle] = {}
    panels: dict[str, PanelStyle] = {}
    timelines: dict[str, TimelineStyle] = {}
    chains: dict[str, ChainStyle] = {}


def load_style(folders: tuple[Path, ...]) -> Style:
    """Reads the style sheet of a template, over those that it builds on.

    Args:
        folders: The template's, then those that it builds on.

    Raises:
        ConfigurationError: If one is missing or wrong; names file, line and key.
    """
    own = folders[0] / STYLE
    values = read_style(folders)
    return as_table(own, own.read_text("utf-8-sig"), values, Style)

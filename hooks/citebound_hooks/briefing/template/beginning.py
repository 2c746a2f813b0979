"""The beginning of a template of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citebound_hooks.briefing.template.lineage import STYLE, built_in_templates, file_of, lineage
from citebound_hooks.briefing.template.markup import MARKUP

_STYLE = """\
# A template of our own.
# It takes over all that it does not say itself; `citebound template check` tells what is wrong.
extends = "{base}"
language = "en"

# For example another colour for links, and larger quotations:
# [colours]
# link = "#0b5d3b"
#
# [types.quotation]
# size = 11
# leading = 14.5
"""
_STRINGS = """\
# Words that differ from those of the template that this one builds on.
[words]
# kicker = "Source briefing"
"""


def begin(folder: Path, base: Path) -> Iterator[Path]:
    """Writes the files of a new template, and yields each.

    Args:
        folder: The new one.
        base: The template that it builds on.
    """
    (folder / "strings").mkdir(parents=True, exist_ok=True)
    built_in = built_in_templates()
    name = base.name if built_in and base.parent == built_in else str(base.resolve())
    markup = file_of(MARKUP, lineage(base))
    contents = {STYLE: _STYLE.format(base=name), "strings/en.toml": _STRINGS}
    if markup:
        contents[MARKUP] = markup.read_text("utf-8")
    for file, text in contents.items():
        (folder / file).write_text(text, "utf-8")
        yield folder / file

"""The style of a template as a style sheet: sizes grow from print to screen, colours have a dark counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from citebound_hooks.briefing.html.faces import css_string, font_of
from citebound_hooks.briefing.template.style import InlineStyle, PageStyle, Style, TableStyle, TypeStyle

BASE = Path(__file__).with_name("base.css")
BODY = 10.0
"""The size in points that becomes the reader's own size of text."""
SMALLEST = 0.8
_FEATURES = {"smcp": "font-variant-caps:small-caps", "tnum": "font-variant-numeric:tabular-nums lining-nums"}
_ALIGN = {"left": "start", "right": "end", "center": "center"}


def style_sheet(style: Style, marking: str | None = None) -> str:
    """Writes the style sheet of a page.

    Args:
        style: Of the template.
        marking: The handling marking, for the edges of each printed page.
    """
    base = BASE.read_text("utf-8").rstrip()
    return "\n".join([*_colours(style), *_paper(style.page, marking), base, *_rules(style)])


def _colours(style: Style) -> Iterator[str]:
    page = style.page
    yield (
        f":root{{{_variables({'paper': '#ffffff', **style.colours})};--label:{_rem(page.label)};"
        f"--gutter:{_rem(page.gutter)}}}"
    )
    dark = {"paper": "#16181b", **style.colours, **style.dark}
    yield f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(dark)}}}}}"


def _paper(page: PageStyle, marking: str | None) -> Iterator[str]:
    """Yields what a printed page is like (CSS Paged Media 3, 4.3 for what stands in its margins)."""
    margins = " ".join(f"{side:g}pt" for side in (page.top, page.right, page.bottom, page.left))
    yield f"@page{{size:{page.width:g}pt {page.height:g}pt;margin:{margins}}}"
    yield '@page{@bottom-right{content:counter(page) " / " counter(pages)}}'
    if marking:
        words = f"content:{css_string(marking)};font-weight:600"
        yield f"@page{{@top-center{{{words}}}@bottom-center{{{words}}}}}"


def _variables(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{code}" for name, code in colours.items())


def _rules(style: Style) -> Iterator[str]:
    yield f"body{{{';'.join(font_of(next(iter(style.families)), 'regular'))}}}"
    for role, kind in style.types.items():
        yield f".r-{role}{{{';'.join(_of_type(kind))}}}"
    for name, inline in style.inlines.items():
        yield f".i-{name}{{{';'.join(_of_inline(inline))}}}"
    for name, section in style.sections.items():
        yield f".s-{name}{{--before:{_rem(section.before)}}}"
    for name, table in style.tables.items():
        yield from _of_table(name, table)
    for name, kept in style.lists.items():
        marker = f";list-style-type:{css_string(kept.bullet + ' ')}" if kept.bullet else ""
        yield f".l-{name}{{--indent:{_rem(kept.indent)}{marker}}}"
        yield f".l-{name}>li+li{{margin-block-start:{_rem(kept.between)}}}"
    for name, panel in style.panels.items():
        back = f"background:var(--{panel.tint});" if panel.tint else ""
        bar = f"border-inline-start:{_rem(panel.bar)} solid var(--{panel.colour});" if panel.bar else ""
        yield (
            f".p-{name}{{{back}{bar}padding:{_rem(panel.padding)} {_rem(panel.inset)};"
            f"margin:{_rem(panel.before)} {_rem(-panel.inset)} 0}}.p-{name}>section:first-child{{--before:0}}"
        )


def _of_type(style: TypeStyle) -> Iterator[str]:
    yield from font_of(style.family, style.weight)
    yield f"font-size:{max(style.size / BODY, SMALLEST):.4g}rem"
    yield f"line-height:{style.leading / style.size:.4g}"
    yield f"color:var(--{style.colour})"
    yield from (_FEATURES[feature] for feature in style.features if feature in _FEATURES)
    if style.tracking:
        yield f"letter-spacing:{style.tracking / style.size:.3g}em"
    if style.align != "left":
        yield f"text-align:{_ALIGN[style.align]}"
    if style.before:
        yield f"margin-block-start:{_rem(style.before)}"
    if style.after:
        yield f"margin-block-end:{_rem(style.after)}"
    if style.indent:
        yield f"padding-inline-start:{_rem(style.indent)}"


def _of_inline(style: InlineStyle) -> Iterator[str]:
    yield from font_of(style.family, style.weight)
    if style.scale != 1:
        yield f"font-size:max({style.scale:g}em,{SMALLEST - 0.05:g}rem)"
    if style.colour:
        yield f"color:var(--{style.colour})"
    yield from (_FEATURES[feature] for feature in style.features if feature in _FEATURES)
    if style.tracking:
        yield f"letter-spacing:{style.tracking / BODY:.3g}em"


def _of_table(name: str, style: TableStyle) -> Iterator[str]:
    yield f".t-{name}{{--gap:{_rem(style.gap)};--least:{9 * len(style.columns)}rem;table-layout:fixed}}"
    yield f".t-{name} :is(th,td){{padding-block:{_rem(style.padding)}}}"
    whole = sum(style.columns) + style.gap * (len(style.columns) - 1)
    for number, width in enumerate(style.columns, 1):
        share = (width + (style.gap if number < len(style.columns) else 0)) / whole
        yield f".t-{name} col:nth-child({number}){{width:{share:.4%}}}"


def _rem(points: float) -> str:
    return f"{points / BODY:.4g}rem"

"""The styles of the document: one for each role of the template, headings as Word knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.styles.style import BaseStyle, ParagraphStyle

from citebound_hooks.briefing.docx.elements import element, measure
from citebound_hooks.briefing.docx.looks import Look, look_of
from citebound_hooks.briefing.template.style import Style, TypeStyle

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

TABLE = "Briefing table"
_ALIGN = {"right": "right", "center": "center"}


class StyleBook:
    """Gives the name of each style, and makes it when it is first asked for.

    Args:
        document: Whose styles they are.
        style: Of the template.
    """

    def __init__(self, document: Document, style: Style) -> None:
        self._document, self._style = document, style
        self._roles: dict[tuple[str, int], str] = {}
        self._levels: dict[int, str] = {}
        self._inlines: dict[str, str] = {}
        self._ground(next(iter(style.families)))

    def role(self, role: str, kind: TypeStyle, level: int = 0) -> str:
        """Returns the id of the paragraph style of a role; of a heading if there is a level.

        Args:
            role: Its name.
            kind: How it looks.
            level: Of the heading; 0 for others.
        """
        key = (role, level)
        if key not in self._roles:
            name = self._heading(role, level) if level else _title(role)
            self._roles[key] = self._paragraph_style(name, kind, level)
        return self._roles[key]

    def inline(self, name: str) -> str:
        """Returns the id of the character style of an inline style; its size comes with the words around it."""
        if name not in self._inlines:
            shared = (
                name in self._style.types
            )  # Word knows styles of paragraphs and of words by one list of names
            made = self._found(_title(name) + (" words" if shared else ""), WD_STYLE_TYPE.CHARACTER)
            look = Look().within(self._style.inlines[name], 0)
            _set(made.element, "rPr", list(Look(look.family, look.weight, None, look.colour, look.caps, look.tracking)
                 .properties(self._style.colours)))  # fmt: skip
            self._inlines[name] = str(made.style_id)
        return self._inlines[name]

    def table(self) -> str:
        """Returns the id of the style of all tables: lines between the rows, a stronger one under the head."""
        found = self._found(TABLE, WD_STYLE_TYPE.TABLE)
        if found.element.find("w:tblPr", found.element.nsmap) is None:
            rule = self._style.colours["rule"].lstrip("#").upper()
            ink = self._style.colours["ink"].lstrip("#").upper()
            lines = element("tblBorders", _line("bottom", 2, rule), _line("insideH", 2, rule))
            found.element.append(element("tblPr", lines))
            under = element("tcPr", element("tcBorders", _line("bottom", 6, ink)))
            found.element.append(element("tblStylePr", under, type="firstRow"))
        return str(found.style_id)

    def _ground(self, family: str) -> None:
        """Makes all else stand on plain words: no space, no theme colours, no theme faces."""
        normal = self._document.styles["Normal"].element
        _set(normal, "rPr", list(Look(family, "regular", 10, "ink").properties(self._style.colours)))
        _set(normal, "pPr", [element("spacing", before="0", after="0")])

    def _heading(self, role: str, level: int) -> str:
        """Returns `Heading 2` for the first role of its level, and a name that begins so for all others."""
        first = self._levels.setdefault(level, role)
        return f"Heading {level}" if first == role else f"Heading {level} {role}"

    def _base(self, name: str) -> str:
        return name[: len("Heading 1")] if name.startswith("Heading ") else "Normal"

    def _paragraph_style(self, name: str, style: TypeStyle, level: int) -> str:
        made = self._found(name, WD_STYLE_TYPE.PARAGRAPH)
        _set(made.element, "rPr", list(look_of(style).properties(self._style.colours)))
        _set(made.element, "pPr", list(_paragraph_properties(style, level)))
        return str(made.style_id)

    def _found(self, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
        styles = self._document.styles
        there = next((style for style in styles if style.name == name and style.type == kind), None)
        made: BaseStyle = there or styles.add_style(name, kind)
        if there is None and isinstance(made, ParagraphStyle):
            made.base_style = styles[self._base(name)]
        made.hidden, made.quick_style = False, True
        return made


def _paragraph_properties(style: TypeStyle, level: int) -> list[_Element | None]:
    leading = measure(style.leading)
    return [
        element("keepNext") if level else None,
        element("keepLines") if level else None,
        element("spacing", before=measure(style.before or (8 if level > 1 else 0)), after=measure(style.after),
                line=leading, lineRule="atLeast"),
        element("ind", left=measure(style.indent)) if style.indent else None,
        element("jc", val=_ALIGN[style.align]) if style.align in _ALIGN else None,
        element("outlineLvl", val=str(level - 1)) if level else None,
    ]  # fmt: skip


def _set(style: _Element, name: str, properties: list[_Element | None]) -> None:
    """Puts properties in the place of those that a style has."""
    from docx.oxml.ns import qn

    for old in style.findall(qn(f"w:{name}")):
        style.remove(old)
    made = element(name, *properties)
    runs = style.find(qn("w:rPr"))
    if name == "pPr" and runs is not None:
        runs.addprevious(made)
    else:
        style.append(made)


def _title(role: str) -> str:
    return role.replace("-", " ").capitalize()


def _line(side: str, eighths: int, colour: str) -> _Element:
    return element(side, val="single", sz=str(eighths), space="0", color=colour)

"""The types of a style: each role and each inline difference, made once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from citebound.errors import ConfigurationError
from citebound_hooks.briefing.setting.drawing import Colour
from citebound_hooks.briefing.setting.font_files import at_hand
from citebound_hooks.briefing.setting.type import Family, Type
from citebound_hooks.briefing.template.style import Style, TypeStyle

T = TypeVar("T")


class TypeCase:
    """All types of one style.

    Args:
        style: The style.
        folder: The template's folder, for its own font files.
        first: Begin of the names of the faces that come first of those for several languages.
    """

    def __init__(self, style: Style, folder: Path, first: str | None = None) -> None:
        self.style, self._folder, self._first = style, folder, first
        self._others: dict[str, TypeCase] = {}
        self._colours = {name: _colour(name, code, folder) for name, code in style.colours.items()}
        for name, code in style.dark.items():
            _colour(name, code, folder)
        self._families: dict[tuple[str, str], Family] = {}
        self._roles: dict[str, Type] = {}
        self._derived: dict[tuple[Type, str], Type] = {}
        self._origin: dict[Type, tuple[str, str]] = {}

    def colour(self, name: str) -> Colour:
        """Returns a colour by its name.

        Raises:
            ConfigurationError: If the style has no such colour.
        """
        return self._found(self._colours, name, "colours")

    def style_of(self, role: str) -> TypeStyle:
        """Returns the measures of a role.

        Raises:
            ConfigurationError: If the style has no such role.
        """
        return self._found(self.style.types, role, "types")

    def for_language(self, language: str | None) -> TypeCase:
        """Returns the types for words that are mostly of a language: a Chinese sign looks another way in Japanese."""
        first = _by_language(self.style.languages, language)
        if first is None or first == self._first:
            return self
        return self._others.setdefault(first, TypeCase(self.style, self._folder, first))

    def role(self, role: str) -> Type:
        """Returns the type of a role."""
        if role not in self._roles:
            measures = self.style_of(role)
            made = Type(
                self._family(measures.family, measures.weight), measures.size, measures.leading,
                self.colour(measures.colour), measures.features, measures.tracking,
            )  # fmt: skip
            self._roles[role], self._origin[made] = made, (measures.family, measures.weight)
        return self._roles[role]

    def derived(self, outer: Type, name: str) -> Type:
        """Returns the type of words inside a paragraph."""
        key = (outer, name)
        if key not in self._derived:
            inline = self._found(self.style.inlines, name, "inlines")
            family, weight = self._origin[outer]
            family, weight = inline.family or family, inline.weight or weight
            made = Type(
                self._family(family, weight), outer.size * inline.scale, outer.leading,
                self.colour(inline.colour) if inline.colour else outer.colour,
                inline.features or outer.features, inline.tracking or outer.tracking,
            )  # fmt: skip
            self._derived[key], self._origin[made] = made, (family, weight)
        return self._derived[key]

    def _found(self, table: Mapping[str, T], name: str, part: str) -> T:
        if name not in table:
            raise ConfigurationError(f"{self._folder / 'style.toml'}: {part} has no {name!r}")
        return table[name]

    def _family(self, name: str, weight: str) -> Family:
        if (name, weight) not in self._families:
            weights = self._found(self.style.families, name, "families")
            faces = self._found(weights, weight, f"families.{name}")
            ordered = _ordered([face for face in faces if at_hand(face)], self.style, self._first)
            self._families[name, weight] = Family(tuple(map(self._face, ordered)))
        return self._families[name, weight]

    def _face(self, name: str) -> str:
        return str(self._folder / name) if name.endswith((".ttf", ".otf")) else name


def _by_language(known: Mapping[str, str], language: str | None) -> str | None:
    """Returns what is said of a language: of `zh-Hant` before of `zh`."""
    parts = (language or "").split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[tag] for tag in tags if tag in known), None)


def _ordered(faces: list[str], style: Style, first: str | None) -> list[str]:
    """Moves faces for one language before their like for others."""
    if first is None:
        return faces
    like = [face for face in faces if face.startswith(tuple(style.languages.values()))]
    moved = iter(sorted(like, key=lambda face: not face.startswith(first)))
    return [next(moved) if face in like else face for face in faces]


def _colour(name: str, code: str, folder: Path) -> Colour:
    try:
        if len(code) != 7 or not code.startswith("#"):
            raise ValueError(code)
        red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    except ValueError as error:
        raise ConfigurationError(
            f"{folder / 'style.toml'}: colour {name} is {code!r}, not #rrggbb"
        ) from error
    return red, green, blue

"""Font faces: what they cover, how they shape words.

HarfBuzz (uharfbuzz) shapes, so ligatures, kerning, real small capitals, marks and joined Arabic letters come from
the fonts themselves; its subsetter later cuts them down to the glyphs that were used.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import uharfbuzz as hb

from citebound_hooks.briefing.setting.font_files import FILES, FontFile, font_file
from citebound_hooks.briefing.setting.shaped import Meaning, Shaped, shaped_from

CACHED_SHAPES = 10_000


class Face:
    """One font file, loaded and ready to shape. All measures are in thousandths of the type size.

    Attributes:
        name: Its PostScript name, as the style calls it.
        ascent: Height of the line box above the base line.
        descent: Depth below it, negative.
        cap_height: Height of a capital letter.
        space: Width of a blank.
        axes: Its place on the axes of a variable font.
    """

    def __init__(self, name: str, file: FontFile) -> None:
        self.name, self.axes = name, file.axes
        self.blob = hb.Face(file.blob)
        self.font = hb.Font(self.blob)
        self.font.scale = (1000, 1000)
        if file.axes:
            self.font.set_variations(dict(file.axes))
        extents = self.font.get_font_extents("ltr")
        self.ascent, self.descent = int(extents.ascender), int(extents.descender)
        self.cap_height = self._height_of("H")
        self.space = self.advance(self.font.get_nominal_glyph(0x20) or 0)
        self._shapes: dict[tuple[str, bool, tuple[str, ...]], Shaped] = {}
        self._covered: dict[str, bool] = {}
        self._meanings: dict[Meaning, Meaning] = {}

    def _height_of(self, letter: str) -> int:
        glyph = self.font.get_nominal_glyph(ord(letter))
        extents = self.font.get_glyph_extents(glyph) if glyph else None
        return int(extents.y_bearing) if extents else self.ascent

    def covers(self, character: str) -> bool:
        """Tells whether the face has a glyph of its own for the character."""
        known = self._covered.get(character)
        if known is None:
            known = self._covered[character] = bool(self.font.get_nominal_glyph(ord(character)))
        return known

    def advance(self, glyph: int) -> int:
        """Returns the width that the font file gives the glyph."""
        return int(self.font.get_glyph_h_advance(glyph))

    def shape(self, text: str, right_to_left: bool, features: tuple[str, ...]) -> Shaped:
        """Shapes a word, or remembers how it was shaped before."""
        key = (text, right_to_left, features)
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) > CACHED_SHAPES:
                self._shapes.clear()
            found = self._shapes[key] = self._shape(text, right_to_left, features)
        return found

    def _shape(self, text: str, right_to_left: bool, features: tuple[str, ...]) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        hb.shape(self.font, buffer, dict.fromkeys(features, True))
        glyphs = zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True)
        return shaped_from(text, right_to_left, list(glyphs), self.advance, self._meanings)


@cache
def load_face(name: str) -> Face:
    """Loads a face by its PostScript name from the font packages, or by its path.

    Raises:
        ConfigurationError: If there is no such face.
    """
    return Face(Path(name).stem if name.endswith(FILES) else name, font_file(name))

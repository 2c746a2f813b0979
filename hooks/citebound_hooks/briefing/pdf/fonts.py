"""Embedding of fonts: the glyphs that were used, their widths, and what each one means.

Fonts go in as composite fonts with glyph numbers for codes (`Identity-H`), cut down to the glyphs used by
HarfBuzz's subsetter. Each code has its characters in a ToUnicode map without empty or U+0000 entries, at most a
hundred in a block, as PDF/A-3a (ISO 19005-3, 6.2.11.7) and readers want it.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby

import uharfbuzz as hb

from citebound_hooks.briefing.pdf.numbers import numbers
from citebound_hooks.briefing.pdf.objects import ObjectStore
from citebound_hooks.briefing.setting.faces import Face
from citebound_hooks.briefing.setting.shaped import Shaped

REMEMBERED = 10_000  # words of one face
UNWANTED = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "name",
    "OS/2",
    "post",
    "cmap",
    "gasp",
    "DSIG",
    "kern",
    "STAT",
    "JSTF",
    "vhea",
    "vmtx",
    "VORG",
    "VVAR",
)


class FontUse:
    """What one briefing uses of one face. Gives its objects when the document is written.

    Attributes:
        codes: How the words noted so far are shown that need nothing else: no moves up or down, no text of their own.
    """

    def __init__(self, face: Face, resource: str) -> None:
        self.face, self.resource = face, resource
        self._unicode: dict[int, str] = {}
        self._plain: dict[Shaped, bool] = {}
        self.codes: dict[Shaped, str] = {}

    def spells(self, shaped: Shaped) -> bool:
        """Notes the glyphs of a word. True if the ToUnicode map alone gives its text back."""
        known = self._plain.get(shaped)
        if known is None:
            if len(self._plain) > REMEMBERED:
                self._plain.clear()
                self.codes.clear()
            known = shaped.plain
            for glyph, characters in shaped.meaning:
                known = self._unicode.setdefault(glyph, characters or "\u200b") == characters and known
            self._plain[shaped] = known
            if known and shaped.code is not None:
                self.codes[shaped] = shaped.code
        return known

    def write(self, objects: ObjectStore) -> None:
        """Adds font file, descriptor, widths and maps to the document, and the font to the pages' resources."""
        glyphs = sorted(self._unicode)
        name = f"/{_tag(self.face.name, glyphs)}+{self.face.name}"
        descendant = objects.add(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity "
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
            f"/FontDescriptor {self._descriptor(objects, name, glyphs)} /W {self._widths(glyphs)}>>"
        )
        font = objects.add(
            f"<</Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H /DescendantFonts [{descendant}] "
            f"/ToUnicode {objects.stream(to_unicode(self._unicode))}>>"
        )
        objects.add_font(self.resource, font)

    def _descriptor(self, objects: ObjectStore, name: str, glyphs: list[int]) -> str:
        face, file = self.face, _subset(self.face, glyphs)
        embedded = objects.stream(file, f"/Length1 {len(file)}")
        return objects.add(
            f"<</Type /FontDescriptor /FontName {name} /Flags 4 /FontBBox [-1000 -500 2000 1200] /ItalicAngle 0 "
            f"/StemV 80 /Ascent {face.ascent} /Descent {face.descent} /CapHeight {face.cap_height} "
            f"/FontFile2 {embedded}>>"
        )

    def _widths(self, glyphs: list[int]) -> str:
        runs = []
        for _, run in groupby(enumerate(glyphs), lambda pair: pair[1] - pair[0]):
            numbered = [glyph for _, glyph in run]
            runs.append(f"{numbered[0]} [{numbers(*map(self.face.advance, numbered))}]")
        return f"[{' '.join(runs)}]"


def to_unicode(unicode: dict[int, str]) -> bytes:
    """Writes a ToUnicode map (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange",
    ]  # fmt: skip
    entries = sorted(unicode.items())
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in block]
        lines.append("endbfchar")
    return "\n".join(
        [*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    ).encode()


def _subset(face: Face, glyphs: list[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    for axis, place in face.axes.items():
        wanted.pin_axis_location(face.blob, axis, place)
    for table in UNWANTED:
        wanted.drop_table_tag_set.add(int.from_bytes(table.ljust(4).encode(), "big"))
    data: bytes = hb.subset(face.blob, wanted).blob.data
    return data


def _tag(name: str, glyphs: list[int]) -> str:
    """Makes the six letters that mark a subset (ISO 32000-1, 9.6.4), the same for the same glyphs."""
    digest = sha256(f"{name}{glyphs}".encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])

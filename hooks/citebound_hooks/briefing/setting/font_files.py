"""Where the files of type faces come from: font packages, one of them optional, and a desk's own folder."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import uharfbuzz as hb

from citebound.errors import ConfigurationError

FILES = (".ttf", ".otf")
SERIF = "SourceSerifPro-"
PYMUPDF_FONTS = {
    "FiraGO-Regular": "figo", "FiraGO-Bold": "figbo", "FiraGO-Italic": "figit", "FiraGO-BoldItalic": "figbi",
    "NotoSans-Regular": "notos", "NotoSans-Bold": "notosbo", "NotoSans-Italic": "notosit",
    "NotoSansSymbols-Regular": "symbol1", "NotoSansSymbols2-Regular": "symbol2", "NotoSansMath-Regular": "math",
    "FiraMono-Regular": "fimo",
}  # fmt: skip
EAST_ASIAN = ("NotoSansSC", "NotoSansTC", "NotoSansJP", "NotoSansKR")
_EAST_ASIAN_PACKAGE = "justmytype_intl_cjk"
_WEIGHTS = {"Regular": 400.0, "Semibold": 600.0, "Bold": 700.0}
NO_AXES: Mapping[str, float] = MappingProxyType({})


class FontFile(NamedTuple):
    """A font file.

    Attributes:
        blob: Its bytes.
        axes: The place of the face on the axes of a variable font; none for others.
    """

    blob: hb.Blob
    axes: Mapping[str, float] = NO_AXES


def at_hand(name: str) -> bool:
    """Tells whether a face can be loaded as far as packages go: those for East Asian scripts are an extra."""
    return not _is_east_asian(name) or find_spec(_EAST_ASIAN_PACKAGE) is not None


def font_file(name: str) -> FontFile:
    """Finds the file of a face by its PostScript name, or by its path.

    Raises:
        ConfigurationError: If there is no such face.
    """
    if name.endswith(FILES):
        return _own_file(Path(name))
    if name.startswith(SERIF):
        return FontFile(_blob(_in_package("font_source_serif_pro", f"files/{name}.ttf", name)))
    if _is_east_asian(name):
        family, _, weight = name.partition("-")
        path = _in_package(_EAST_ASIAN_PACKAGE, f"fonts/ofl/{family.lower()}/{family}[wght].ttf", name)
        return FontFile(_blob(path), {"wght": _WEIGHTS[weight]})
    if name in PYMUPDF_FONTS:
        import pymupdf_fonts

        return FontFile(hb.Blob(pymupdf_fonts.myfont(PYMUPDF_FONTS[name])))
    raise ConfigurationError(f"no font face {name!r}: not in the font packages, no readable file")


def _is_east_asian(name: str) -> bool:
    family, _, weight = name.partition("-")
    return family in EAST_ASIAN and weight in _WEIGHTS


def _own_file(path: Path) -> FontFile:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"no font face '{path}': {error.strerror}") from error
    blob = hb.Blob(content)
    if "glyf" not in hb.Face(blob).table_tags:
        raise ConfigurationError(f"no font face '{path}': it has no TrueType outlines; name a .ttf file")
    return FontFile(blob)


def _in_package(package: str, file: str, name: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        extra = "citebound[cjk]" if package == _EAST_ASIAN_PACKAGE else "citebound"
        raise ConfigurationError(f"no font face {name!r}: a package is missing: pip install '{extra}'")
    path = Path(found.origin).parent / file
    if not path.is_file():
        raise ConfigurationError(f"no font face {name!r} in the package {package}")
    return path


def _blob(path: Path) -> hb.Blob:
    """Maps a file into memory, so that only what is used of a large font is read."""
    return hb.Blob.from_file_path(str(path))

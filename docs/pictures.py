"""Writes the pictures of briefings in docs/img: each template in English and French, and one in three scripts.

    python docs/pictures.py

Needs `pdftoppm` (poppler) and Pillow, which reportlab brings along.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image

from citebound.model import Briefing, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow
from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.template.lineage import built_in_templates

DOCS = Path(__file__).parent
REPORT = DOCS.parent / "examples" / "refworld-page.txt"
SCRIPTS = DOCS / "pictures" / "two-accounts.txt"
RESOLUTION, COLOURS = 76, 64


class Picture(NamedTuple):
    """Pages of a briefing, side by side."""

    name: str
    source: Path
    template: str
    language: str
    pages: tuple[int, ...]


PICTURES = (
    *(Picture(f"briefing-{code}", REPORT, "briefing", code, (1, 2)) for code in ("en", "fr")),
    Picture("annex-en", REPORT, "briefing", "en", (3, 4)),
    *(Picture(f"one-page-{code}", REPORT, "one-page", code, (1, 2)) for code in ("en", "fr")),
    *(Picture(f"full-{code}", REPORT, "full", code, (4, 5)) for code in ("en", "fr")),
    Picture("scripts", SCRIPTS, "briefing", "en", (1, 2)),
)


def briefing_of(source: Path) -> Briefing:
    """Takes a report through all steps."""
    workflow = Workflow(Plugins())
    (document, *_) = workflow.read(Upload(content=source.read_bytes(), filename=source.name))
    return workflow.brief_document(document)


def pages_of(pdf: bytes, wanted: tuple[int, ...]) -> Iterator[Image.Image]:
    """Yields pages of a PDF as pictures."""
    painter = shutil.which("pdftoppm") or sys.exit("pdftoppm is missing: install poppler-utils")
    with TemporaryDirectory() as folder:
        (Path(folder) / "briefing.pdf").write_bytes(pdf)
        subprocess.run(
            [painter, "-png", "-r", str(RESOLUTION), "briefing.pdf", "page"], cwd=folder, check=True
        )
        found = sorted(Path(folder).glob("page-*.png"))
        for number in wanted:
            with Image.open(found[number - 1]) as page:
                yield page.convert("RGB")


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Joins pages, with a line between them, in few colours."""
    joined = Image.new("RGB", (sum(page.width + 1 for page in pages) - 1, pages[0].height), "#8a9097")
    left = 0
    for page in pages:
        joined.paste(page, (left, 0))
        left += page.width + 1
    return joined.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main() -> int:
    """Writes all pictures."""
    briefings = {source: briefing_of(source) for source in (REPORT, SCRIPTS)}
    templates = built_in_templates()
    if templates is None:
        return 1
    for picture in PICTURES:
        pdf = render(briefings[picture.source], templates / picture.template, language=picture.language)
        image = side_by_side(list(pages_of(pdf, picture.pages)))
        image.save(DOCS / "img" / f"{picture.name}.png", optimize=True)
        print(f"docs/img/{picture.name}.png: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())

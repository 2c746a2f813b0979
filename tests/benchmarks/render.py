"""How fast a briefing is rendered, beside other ways to make a PDF of the same words.

    python tests/benchmarks/render.py [--runs 10] [--sizes 600,2500]

Each renderer gets the words, headings and tables of the same briefings, of another made-up report in each run, so that
no run profits from the one before; they take turns, so that a busy machine slows them alike. WeasyPrint is asked twice:
for those words in one face, and for the briefing as it is designed, with its faces, links, tags and attachments, as
`brief --format html` writes it (the writing of the HTML is not counted). Only that row does what ours does. Times are
those of the processor, with all threads. Those that are not installed (`pip install weasyprint typst`) are left out.
Prints the figures and ratios of this run; asserts nothing.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from check import report
from lxml import etree

from citebound.model import Briefing, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow
from citebound_hooks.briefing.manuscript.attachments import Attachment
from citebound_hooks.briefing.manuscript.writing import write_manuscript
from citebound_hooks.briefing.rendering import render

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "templates" / "citebound_templates" / "briefing"


class Part(NamedTuple):
    """A heading (`level` above 0), a paragraph, or a table of rows."""

    level: int = 0
    words: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class Subject(NamedTuple):
    """A briefing, its title, and for renderers that know no briefings its words, its HTML page and its attachments."""

    briefing: Briefing
    title: str
    parts: list[Part]
    page: str
    attachments: Sequence[Attachment]


Run = Callable[[Subject], bytes]


def subjects(count: int, size: int) -> list[Subject]:
    """Makes reports of about so many bytes and takes them through all steps up to the briefing."""
    workflow = Workflow(Plugins())
    found = []
    for number in range(count):
        (document, *_) = workflow.read(Upload(content=report(number, size), filename="report.txt"))
        briefing = workflow.brief_document(document)
        title = briefing.record.fields.title
        page = render(briefing, TEMPLATE, "html").decode()
        attached = write_manuscript(briefing, TEMPLATE).attachments
        found.append(
            Subject(briefing, title.value if title else "Report", parts_of(briefing), page, attached)
        )
    return found


def parts_of(briefing: Briefing) -> list[Part]:
    """Returns the words of a briefing as its template gives them."""
    from citebound_hooks.briefing.template.folder import load_folder
    from citebound_hooks.briefing.template.markup import fill_template
    from citebound_hooks.briefing.view.compose import compose

    folder = load_folder(TEMPLATE)
    markup = fill_template(folder.markup, folder.path, {"view": compose(briefing)})
    return list(_parts(etree.fromstring(markup.encode())))


def _parts(node: etree._Element) -> Iterator[Part]:
    for child in node:
        if child.tag == "heading":
            yield Part(level=int(child.get("level", "1")), words=_words(child))
        elif child.tag == "paragraph":
            yield Part(words=_words(child))
        elif child.tag == "table":
            yield Part(rows=tuple(tuple(_words(cell) for cell in row) for row in child))
        elif child.tag not in {"overflow", "cut", "header", "footer", "header-end", "footer-end"}:
            yield from _parts(child)


def _words(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


def citebound() -> Run:
    """This renderer: tagged, PDF/A-3a and PDF/UA-1, with links and attachments."""
    return lambda subject: render(subject.briefing, TEMPLATE)


def reportlab() -> Run:
    """Plain reportlab: no tags, no standard, no links."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Serif", str(_serif("Regular"))))
    styles = getSampleStyleSheet()
    for style in styles.byName.values():
        style.fontName = "Serif"

    def cell(words: str) -> Paragraph:
        return Paragraph(html.escape(words), styles["BodyText"])

    def run(subject: Subject) -> bytes:
        story: list[object] = []
        for part in subject.parts:
            if part.rows:
                rows = [[cell(words) for words in row] for row in part.rows]
                width = max(map(len, rows))
                story.append(Table([row + [""] * (width - len(row)) for row in rows], repeatRows=1))
            else:
                name = f"Heading{part.level}" if part.level else "BodyText"
                story.append(Paragraph(html.escape(part.words), styles[name]))
        target = io.BytesIO()
        SimpleDocTemplate(target).build(story)
        return target.getvalue()

    return run


def weasyprint() -> Run:
    """WeasyPrint: tagged, PDF/UA-1."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    face = f"@font-face {{ font-family: Serif; src: url('{_serif('Regular').as_uri()}') }}"
    sheet = CSS(string=f"{face} body {{ font: 10pt Serif }} td, th {{ text-align: left }}", font_config=fonts)

    def run(subject: Subject) -> bytes:
        title, body = html.escape(subject.title), "".join(map(_html, subject.parts))
        page = f"<html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
        done = HTML(string=page).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
        return bytes(done)

    return run


def designed() -> Run:
    """WeasyPrint, from the HTML page of the briefing: its style sheet and faces, links, PDF/UA-1, the attachments."""
    from weasyprint import CSS, HTML, Attachment
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    with TemporaryDirectory() as folder:
        sheet = CSS(string="".join(_faces(Path(folder))), font_config=fonts)

    def run(subject: Subject) -> bytes:
        attached = [
            Attachment(
                string=each.content,
                name=each.name,
                description=each.description,
                relationship=each.relationship,
            )
            for each in subject.attachments
        ]
        page = HTML(string=subject.page).render(stylesheets=[sheet], font_config=fonts)
        page.metadata.attachments = [*(page.metadata.attachments or []), *attached]
        return bytes(page.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True))

    return run


FACES = {
    "SourceSerifPro-Regular": ("Source Serif Pro", 400, "normal"),
    "SourceSerifPro-Semibold": ("Source Serif Pro", 600, "normal"),
    "SourceSerifPro-It": ("Source Serif Pro", 400, "italic"),
    "FiraGO-Regular": ("FiraGO", 400, "normal"),
    "FiraGO-Bold": ("FiraGO", 600, "normal"),
    "FiraGO-Italic": ("FiraGO", 400, "italic"),
}


def _faces(folder: Path) -> Iterator[str]:
    """Yields the style sheet's rules for our faces, which are written to a folder."""
    from citebound_hooks.briefing.setting.font_files import font_file

    for face, (family, weight, style) in FACES.items():
        path = folder / f"{face}.ttf"
        path.write_bytes(font_file(face).blob.data)
        yield f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {style}; "
        yield f"src: url('{path.as_uri()}') }}\n"


def _html(part: Part) -> str:
    if part.rows:
        rows = ("".join(f"<td>{html.escape(words)}</td>" for words in row) for row in part.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    tag = f"h{part.level}" if part.level else "p"
    return f"<{tag}>{html.escape(part.words)}</{tag}>"


def typst() -> Run:
    """Typst: tagged, PDF/A-3a and PDF/UA-1, no links, no attachments."""
    from typst import Compiler, Fonts

    fonts = Fonts(font_paths=[str(_serif("Regular").parent)], include_system_fonts=False)
    compiler = Compiler(font_paths=fonts)  # its fonts are loaded once, as ours are

    def run(subject: Subject) -> bytes:
        title = json.dumps(subject.title, ensure_ascii=False)
        head = (
            f'#set document(title: {title}, author: "Desk", date: datetime(year: 2024, month: 5, day: 20))\n'
        )
        head += '#set text(font: "Source Serif Pro", size: 10pt, lang: "en")\n'
        source = (head + "\n\n".join(map(_typst, subject.parts))).encode()
        return bytes(compiler.compile(source, format="pdf", pdf_standards=["a-3a", "ua-1"]))

    return run


def _typst(part: Part) -> str:
    if part.rows:
        width = max(map(len, part.rows))
        rows = [[*row, *[""] * (width - len(row))] for row in part.rows]
        cells = [", ".join(f"[#{json.dumps(words, ensure_ascii=False)}]" for words in row) for row in rows]
        return f"#table(columns: {width}, table.header({cells[0]}), {', '.join(cells[1:])})"
    words = f"#{json.dumps(part.words, ensure_ascii=False)}"
    return f"{'=' * part.level} {words}" if part.level else words


def _serif(weight: str) -> Path:
    package = find_spec("font_source_serif_pro")
    return Path(str(package and package.origin)).parent / "files" / f"SourceSerifPro-{weight}.ttf"


RENDERERS = {
    "citebound": ("citebound", citebound),
    "reportlab, words": ("reportlab", reportlab),
    "weasyprint, words": ("weasyprint", weasyprint),
    "weasyprint, page": ("weasyprint", designed),
    "typst, words": ("typst", typst),
}


class Measured(NamedTuple):
    """Times in milliseconds, and bytes and pages of the last PDF."""

    times: list[float]
    size: int
    pages: int


def measured(given: list[Subject]) -> dict[str, Measured]:
    """Lets the installed renderers take turns; the first round warms up."""
    runs = {name: make() for name, (library, make) in RENDERERS.items() if find_spec(library)}
    times: dict[str, list[float]] = {name: [] for name in runs}
    written: dict[str, bytes] = {}
    for subject in given:
        for name, run in runs.items():
            started = time.process_time()
            written[name] = run(subject)
            times[name].append((time.process_time() - started) * 1000)
    return {name: Measured(times[name][1:], len(pdf), _pages(pdf)) for name, pdf in written.items()}


def _pages(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def main(runs: int, size: int) -> None:
    """Measures each renderer that is installed, with reports of one size."""
    found = measured(subjects(runs + 1, size))
    ours = found["citebound"].times
    print(
        f"\n{f'{size} bytes':17} {'best ms':>9} {'median ms':>10} {'pages':>6} {'bytes':>8}   ours takes (best, median)"
    )
    for name, (times, size, pages) in found.items():
        best, median = min(times), statistics.median(times)
        ratios = f"{min(ours) / best:.2f} x, {statistics.median(ours) / median:.2f} x {name}"
        print(f"{name:17} {best:9.1f} {median:10.1f} {pages:6} {size:8}   {ratios}")
    for name in [name for name in RENDERERS if name not in found]:
        print(f"{name:17} not installed")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument(
        "--sizes", default="600,2500", help="of the reports: briefings of three and of seven pages"
    )
    asked = parser.parse_args()
    for each in asked.sizes.split(","):
        main(asked.runs, int(each))

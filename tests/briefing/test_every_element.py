"""What each element of the vocabulary becomes in HTML and DOCX, held against pages that were read by people.

`tests/briefing/every_element/` has the template and what it gives; after a change that is meant, the test's message
shows what to write there.
"""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.template.vocabulary import RNG, SCHEMA

FOLDER = Path(__file__).with_name("every_element")
TEMPLATE = FOLDER / "template"


def html_lines(briefing):
    body = render(briefing, TEMPLATE, "html").decode().partition("<body>")[2]
    return [line for line in body.splitlines() if not line.startswith("<script")]


def docx_lines(briefing):
    document = docx.Document(BytesIO(render(briefing, TEMPLATE, "docx")))
    (section,) = document.sections
    for name in ("first_page_header", "header", "footer"):
        for paragraph in getattr(section, name).paragraphs:
            yield f"{name} | {paragraph.style.name} | {paragraph.text!r}"
    for node in document.element.body.iter(qn("w:tbl"), qn("w:p")):
        if node.tag == qn("w:tbl"):
            yield f"table | {node.tblPr.find(qn('w:tblCaption')).get(qn('w:val'))}"
            continue
        paragraph = docx.text.paragraph.Paragraph(node, document)
        places = [mark.get(qn("w:name")) for mark in node.iter(qn("w:bookmarkStart"))]
        leads = [link.get(qn("w:anchor")) or "address" for link in node.iter(qn("w:hyperlink"))]
        within = "  " if next(node.iterancestors(qn("w:tc")), None) is not None else ""
        yield f"{within}{paragraph.style.name} | {paragraph.text!r} | {' '.join(places)} | {' '.join(leads)}"


@pytest.mark.parametrize(("name", "lines"), [("page.html", html_lines), ("document.txt", docx_lines)])
def test_every_element_becomes_what_it_should(briefing, name, lines):
    assert list(lines(briefing)) == (FOLDER / name).read_text("utf-8").splitlines()


def test_the_template_has_every_element():
    known = {each.get("name") for each in etree.parse(str(SCHEMA)).getroot().iter(f"{RNG}element")}
    used = (TEMPLATE / "briefing.xml.j2").read_text("utf-8").replace("{{ page_number }}", "<page-number/>")
    root = etree.fromstring(used.replace("{{ page_count }}", "<page-count/>"))
    assert {element.tag for element in root.iter()} == known

"""What the tests of the readers share: uploads, and files that are made for the test."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
import yaml
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from citebound.model import Document, Upload
from citebound_hooks.readers.dispatch import read_report

HERE = Path(__file__).parent


def pytest_generate_tests(metafunc):
    """Gives a test that asks for `case` the cases of the YAML file that its module names as `CASES`."""
    if "case" in metafunc.fixturenames:
        cases = yaml.safe_load((HERE / metafunc.module.CASES).read_text("utf-8"))
        metafunc.parametrize("case", cases, ids=[case["name"] for case in cases])


@pytest.fixture(scope="session")
def read():
    """Reads bytes or text as a media type."""

    def _read(content, media_type="text/plain", **rest) -> Document:
        if isinstance(content, str):
            content = content.encode("utf-8")
        return read_report(Upload(content=content, media_type=media_type, **rest))

    return _read


@pytest.fixture(scope="session")
def blocks_of():
    """Gives kind, text and, for headings, level of each block; checks that each lies in the text and in order."""

    def _blocks(document: Document):
        end = 0
        found = []
        for block in document.blocks:
            assert end <= block.start < block.end <= len(document.text)
            end = block.end
            words = document.text[block.start : block.end]
            assert words == words.strip()
            found.append([block.kind, words, *([block.level] if block.level else [])])
        return found

    return _blocks


@pytest.fixture(scope="session")
def pdf():
    """Makes a PDF. A page is a list of lines: text, or (x, y, text, size); plain text runs down the page."""

    def _pdf(*pages, title=None, author=None, font="Helvetica", leading=14) -> bytes:
        made = BytesIO()
        canvas = Canvas(made, pagesize=A4, invariant=True)
        for key, value in (("setTitle", title), ("setAuthor", author)):
            if value:
                getattr(canvas, key)(value)
        for page in pages:
            y = 720
            for line in page:
                x, at, text, size = line if isinstance(line, tuple) else (72, y, line, 11)
                canvas.setFont(font, size)
                canvas.drawString(x, at, text)
                y = at - leading
            canvas.showPage()
        canvas.save()
        return made.getvalue()

    return _pdf


@pytest.fixture(scope="session")
def encrypted(pdf):
    """Makes a PDF that is encrypted with a user's password."""

    def _encrypted(password: str) -> bytes:
        writer = pypdf.PdfWriter(clone_from=BytesIO(pdf(["The council met on 4 March."])))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
        made = BytesIO()
        writer.write(made)
        return made.getvalue()

    return _encrypted

"""A report whose names are to be hidden, and a search of all bytes of a PDF."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from zipfile import ZipFile

import pypdf
import pytest
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, StreamObject

from citebound.model import Upload

REPORT = """Velia: {name} Splits the River Front

Published by the Meridian Institute on 20 May 2019
Author: {name}
Available at: https://library.example/velia/{slug}.html

{name} said on 3 May 2019 that the gate was shut (Radio Velia, May 4). {upper}'s men killed four guards.

“We hold the harbour,” said {split}, the governor of Port Sarne. {name}’s deputy reportedly denied it.

On 7 May 2019 the fishers of Port Sarne found nine hidden crates, Tomas Bale told the Sarne Post (Sarne Post, May 8).
"""


@pytest.fixture(scope="session")
def brief(workflow):
    """Takes words through the steps, with what the desk decided."""

    def make(text, decisions, filename="report.txt"):
        (document,) = workflow.read(Upload(content=text.encode(), filename=filename))
        return workflow.brief_document(document, decisions)

    return make


def everything_in(content: bytes) -> str:
    """All that a PDF says, wherever: raw bytes, decoded streams, strings in any encoding, text of pages."""
    reader = pypdf.PdfReader(BytesIO(content))
    said = [content.decode("latin-1")]
    for number in range(1, len(reader.xref[0]) + 1):
        said += _strings(reader, reader.get_object(IndirectObject(number, 0, reader)))
    said += [page.extract_text() for page in reader.pages]
    said += [str(reader.metadata), str(reader.outline)]
    return "\n".join(said)


def everything_in_form(content: bytes) -> str:
    """All that a page of HTML or a packed document says, names of files and encoded parts too."""
    if not content.startswith(b"PK"):
        text = content.decode()
        packed = re.findall(r"[A-Za-z0-9+/]{80,}={0,2}", text)
        return "\n".join([text, *(b64decode(each + "==").decode("utf-8", "replace") for each in packed)])
    with ZipFile(BytesIO(content)) as file:
        return "\n".join(
            [*file.namelist(), *(file.read(name).decode("utf-8", "replace") for name in file.namelist())]
        )


def _strings(reader, start):
    stack, said = [start], []
    while stack:
        value = stack.pop()
        if isinstance(value, StreamObject):
            data = value.get_data()
            said += [data.decode("utf-8", "replace"), data.decode("utf-16-be", "replace")]
        if isinstance(value, DictionaryObject):
            stack += [*value.keys(), *(value.raw_get(key) for key in value)]
        elif isinstance(value, ArrayObject):
            stack += list(value)
        elif isinstance(value, ByteStringObject):
            said += [value.decode("latin-1"), value.decode("utf-16-be", "replace")]
        elif isinstance(value, str):
            said.append(value)
    return said

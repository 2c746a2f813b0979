"""A briefing in which a model had a part says so: in its annex, in its provenance, on the command line."""

import json
from io import BytesIO

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from citebound.model import ModelUse, Upload

TEXT = "The mayor of Hollin said on Monday that the bridge would be closed. He denied any fault."
DROPPED = {"not word for word in the source": 2, "more than once in its sentence": 1}


@pytest.fixture(scope="module")
def briefing(workflow):
    (made,) = workflow.brief(Upload(content=TEXT.encode(), media_type="text/plain", filename="hollin.txt"))
    return made


@pytest.fixture(scope="module")
def with_model(briefing):
    extraction = briefing.extraction
    claims = tuple(replace(claim, rule="llm.scripted-1") for claim in extraction.claims[:1])
    use = ModelUse(rule="llm.scripted-1", layer="claims", proposed=4, dropped=DROPPED)
    return replace(
        briefing, extraction=replace(extraction, claims=claims + extraction.claims[1:], models=(use,))
    )


def rendered(workflow, briefing):
    """The words of the pages, and the provenance attached."""
    reader = PdfReader(BytesIO(workflow.render(briefing)))
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    return words, json.loads(reader.attachments["provenance.json"][0])


def test_without_a_model_it_says_none(workflow, briefing):
    words, provenance = rendered(workflow, briefing)
    assert "Use of AI None." in words
    assert provenance["ai_use"] == "none"


def test_a_model_is_named_with_what_was_used_and_dropped(workflow, with_model):
    words, provenance = rendered(workflow, with_model)
    assert "Use of AI Language model scripted-1. Items proposed: 4; dropped" in words
    assert "bear them out: 3; in the extraction" in words
    assert "None. Every word" not in words
    assert provenance["ai_use"] == (
        "language model scripted-1 (1 item; of 4 proposals dropped: "
        "1 more than once in its sentence, 2 not word for word in the source)"
    )


def test_the_command_line_tells_on_standard_error(citebound, tmp_path):
    (tmp_path / "report.txt").write_text(TEXT)
    (tmp_path / "asking.py").write_text(
        "from citebound import hookimpl\n"
        "from citebound.model import ModelUse\n"
        "@hookimpl\n"
        "def citebound_extract(layers):\n"
        "    if layers.wanted == 'claims':\n"
        "        return [ModelUse(rule='llm.m', layer='claims', proposed=2, dropped={'invented': 2})]\n"
    )
    done = citebound("--plugin", "asking.py", "extract", "report.txt")
    assert done.returncode == 0
    assert done.stderr.decode() == (
        "citebound: report.txt: note: use of AI: language model m (0 items; of 2 proposals dropped: 2 invented)\n"
    )
    assert json.loads(done.stdout)["models"] == [
        {"rule": "llm.m", "kind": "model", "layer": "claims", "proposed": 2, "dropped": {"invented": 2}}
    ]

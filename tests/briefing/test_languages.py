"""Each stretch of words names its language where it is not that of the briefing, for who hears it read."""

from io import BytesIO

import msgspec
import pytest
from pypdf import PdfReader

from citebound_hooks.briefing.manuscript.writing import write_manuscript
from citebound_hooks.briefing.rendering import render

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def in_french(briefing):
    """The briefing, of a report in French."""
    document = msgspec.structs.replace(briefing.record.document, language="fr")
    return msgspec.structs.replace(
        briefing, record=msgspec.structs.replace(briefing.record, document=document)
    )


def marked(briefing, template, spoken, language):
    """The words in elements that name a language."""
    markup = write_manuscript(briefing, template, spoken).markup
    found = [node for node in markup.iter("foreign", "quotation") if node.get(LANGUAGE) == language]
    return ["".join(node.itertext()) for node in found]


def test_messages_of_findings_are_english_in_a_french_briefing(briefing, template):
    found = marked(briefing, template, "fr", "en")
    assert {each.message for each in briefing.findings} <= set(found)


@pytest.mark.parametrize(
    "words",
    [
        "Velia: River Front Splits over Harbour Talks",  # the title
        "RF",  # what an actor is also called
        "spokesman",  # a role
        "denied",  # a cue
        "“reportedly”",  # a hedge
        "“3 May”",  # a date
        "“Residents”",  # who speaks, without a name
    ],
)
def test_words_of_the_source_are_in_its_language_outside_of_quotations_too(briefing, template, words):
    assert words in marked(in_french(briefing), template, "en", "fr")
    assert marked(briefing, template, "en", "en") == []


def test_the_structure_tree_names_the_language(briefing, template):
    pdf = PdfReader(BytesIO(render(in_french(briefing), template)))
    named = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, dict) and "/S" in node:
            if "/Lang" in node:
                named.append((node["/S"], node["/Lang"]))
            for kid in node["/K"]:
                walk(kid)

    walk(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"][0])
    assert {("/Span", "fr"), ("/Quote", "fr")} == set(named)
    assert len(named) > 20
    assert pdf.trailer["/Root"]["/Lang"] == "en"

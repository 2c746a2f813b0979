"""Rules on what the properties of a file say, which no page of text can show."""

from __future__ import annotations

from citebound.model import Block, Document, Metadatum
from citebound.plugins import Plugins
from citebound.workflow import Workflow

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADING, PROSE = "After the Bombing", "The army denied the claim, and the mayor said it was late."


def test_a_title_left_over_in_the_properties_is_an_info_and_not_the_title():
    document = Document(
        text=f"{HEADING}\n\nOrrin Centre, 20 January 2017\n\n{PROSE}",
        sha256="0" * 64,
        media_type=WORD,
        bytes=1,
        blocks=(Block(0, len(HEADING), "heading", 1),),
        metadata=(Metadatum("docx:title", "Template for Reports", "docProps/core.xml/title"),),
    )
    workflow = Workflow(Plugins())
    record = workflow.describe(document)
    assert record.fields.title is not None
    assert record.fields.title.value == HEADING
    (found,) = [each for each in workflow.check(document, record).findings if each.code == "CIT041"]
    assert (found.severity, found.locator) == ("info", "docProps/core.xml/title")

"""A disclaimer that no label and no profile names is found by its usual words, at the edges of a page only."""

import pytest

from citebound.model import Upload

BODY = "\n\n".join(
    f"The river rose for the {n}th day and the council met in the school." for n in range(4, 12)
)

NOTICES = [
    "The views in this report are those of its authors and not of the funders.",
    "The opinions expressed in this paper do not necessarily reflect those of the Observatory.",
    "The designations used do not imply the expression of any opinion on the part of the cluster.",
    "Les opinions de ce rapport n’engagent que leurs auteurs.",
    "Las opiniones de este informe no reflejan necesariamente las de la fundación.",
]


@pytest.fixture
def disclaimer(workflow):
    def disclaimer(text):
        (document,) = workflow.read(Upload(content=text.encode(), filename="r.txt"))
        field = workflow.describe(document).fields.disclaimer
        return field and field.raw

    return disclaimer


@pytest.mark.parametrize("notice", NOTICES)
def test_at_the_foot_and_at_the_head(disclaimer, notice):
    assert disclaimer(f"High Water\n\n{BODY}\n\n{notice}\n\n© 2024 Quillmark Observatory\n") == notice
    assert disclaimer(f"High Water\n\n{notice}\n\n{BODY}\n") == notice


def test_in_the_footer_of_a_page(workflow):
    report = f"<main><h1>High Water</h1><p>{BODY}</p></main>"
    page = f"<html><body>{report}<footer><p>{NOTICES[0]}</p></footer></body></html>"
    (document,) = workflow.read(Upload(content=page.encode(), filename="r.html"))
    assert workflow.describe(document).fields.disclaimer.value == NOTICES[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said that her words did not bind the council.",
        "The mayor said: “The views expressed in this hall do not necessarily reflect mine.”",
    ],
)
def test_what_somebody_says_is_none(disclaimer, sentence):
    assert disclaimer(f"High Water\n\n{BODY}\n\n{sentence}\n") is None


def test_in_the_middle_it_is_text(disclaimer):
    assert disclaimer(f"High Water\n\n{BODY}\n\n{NOTICES[1]}\n\n{BODY}\n") is None


def test_a_page_that_owes_another_wording_is_not_excused(workflow, examples):
    text = (examples / "refworld-page.txt").read_text("utf-8")
    start, end = text.index("DisclaimerThis"), text.index("Link to original")
    changed = text[:start] + "\n" + text[end:] + f"\n{NOTICES[0]}\n"
    (document,) = workflow.read(Upload(content=changed.encode(), filename="r.txt"))
    findings = workflow.check(document, workflow.describe(document)).findings
    assert "DIS001" in {finding.code for finding in findings}

"""Hostile pages: the rules neither fail nor take more than linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citebound.compliance.findings import run_rules
from citebound.configuration import Configuration
from citebound.model import Incomplete, Upload
from citebound.plugins import Plugins
from citebound.rules import Subject
from citebound.workflow import Workflow
from citebound_hooks.rules.catalogue import built_in_rules

WORKFLOW = Workflow(Plugins(), Configuration(profile="refworld"))
RULES = [rule for rule in built_in_rules() if rule.needs in ("record", "citations")]
HEAD = "Title\n\nPublisher Northgate\nAuthor Ines Marlow\nPublication Date 3 May 2019\n"
UNITS = {
    "cite-as line": "Cite as Northgate, {}, 3 May 2019, available at: https://x.example/a [accessed 7 June 2022]\n",
    "title": "{}\n",
    "disclaimer": "Disclaimer This is not a UNHCR publication. {}\n",
    "notice": "Copyright notice: © 2019 {}\n",
    "body": "\n{}\n",
}
REPEATED = [
    "a ", "a,", "(", "“", "https://x.example/a ", "&", "<a ", "Ã©", "..", " ,", "\xa0 ", "1 January 2019, ", "not ",
    "(Vale Courier, April 14) ", "https://web.archive.org/web/20190101/", "undefined, ", "© ", "likely ",
    "high confidence ", "Link to original ", "[accessed ", "Cite as ", "accessed\n", "CC BY ", "available at ",
]  # fmt: skip


def _subject(text: str) -> Subject:
    (document,) = WORKFLOW.read(Upload(content=text.encode(), filename="p.txt", media_type="text/plain"))
    record = WORKFLOW.describe(document)
    extraction = WORKFLOW.extract(document, record, ("citations",))
    return Subject(
        document=document, record=record, profile=WORKFLOW.registry.profile_of(record), extraction=extraction
    )


def _seconds(subject: Subject) -> float:
    begin = time.process_time()
    assert _failed(subject) == ()
    return time.process_time() - begin


def _failed(subject: Subject) -> tuple[Incomplete, ...]:
    """The rules that failed on a page."""
    return tuple(run_rules(RULES, subject, "p.txt").incomplete)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("words", REPEATED)
def test_time_grows_with_the_length_and_not_faster(unit: str, words: str):
    text = HEAD + UNITS[unit].format(words * (20_000 // len(words)))
    assert _seconds(_subject(text)) < 2.0


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(
    st.lists(
        st.sampled_from(
            [*REPEATED, "\n", "\r\n", "Publisher ", "Disclaimer", "Publication Date ", "31 April 2019"]
        ),
        max_size=40,
    )
)
def test_no_page_makes_a_rule_fail(parts: list[str]):
    assert _failed(_subject(HEAD + "".join(parts))) == ()


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_no_text_makes_a_rule_fail(text: str):
    assert _failed(_subject(f"{HEAD}Cite as {text}\n{text}x")) == ()

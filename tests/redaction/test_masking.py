"""What a briefing may not carry of its source is masked, character for character, and stands nowhere in its file."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.redaction.conftest import everything_in, everything_in_form

from citebound.model import Decisions, Redactions, Span
from citebound.redaction.masking import MARK, gaps, is_of, masked, unmasked
from citebound.spans import exact, spans_in

QUOTED = "Colonel Amna Derou said on 3 May 2019 that the gate was shut (Radio Velia, May 4)."
TOLD = "On 7 May 2019 gunmen attacked a bus in Port Sarne."
FILLER = [
    "Grey geese cross the bay in autumn.",
    "The old quay smells of tar.",
    "Three lamps burn beside the stairs.",
    "A cat sleeps under the ferry bench.",
]
TEXT = "\n\n".join(
    ["The Harbour of Velia", f"{FILLER[0]} {QUOTED}", *(f"{each} {each[::-1]}" for each in FILLER * 5), TOLD]
)


@pytest.fixture(scope="module")
def made(brief):
    """Briefings of the same words, by policy."""
    return {policy: brief(TEXT, Decisions(append=policy)) for policy in ("record", "excerpts", "full")}


@pytest.fixture(scope="module")
def unquoted(made):
    """The sentences of the filler that nothing in the briefing holds."""
    summary = " ".join(each.span.exact for each in made["excerpts"].extraction.summary)
    found = [each for each in FILLER if each not in summary and each[::-1] not in summary]
    assert found, "the summary leaves something out"
    return found


@pytest.mark.parametrize("form", ["pdf", "html", "docx"])
@pytest.mark.parametrize("template", ["briefing", "one-page"])
@pytest.mark.parametrize("policy", ["record", "excerpts", "full"])
def test_what_is_not_quoted_stands_nowhere(workflow, made, unquoted, policy, template, form):
    content = workflow.render(made[policy], template, form)
    said = everything_in(content) if form == "pdf" else everything_in_form(content)
    said = "".join(said.split())
    for sentence in (*unquoted, *(each[::-1] for each in unquoted)):
        words = [sentence[at : at + 12] for at in range(0, len(sentence) - 12, 6)]
        assert any("".join(each.split()) in said for each in words) == (policy == "full")
    assert "".join(TOLD.split()) in said


def test_every_place_stays_its_own(made):
    whole = made["excerpts"]
    briefing = masked(whole)
    text, document = whole.extraction.document.text, briefing.extraction.document
    exact((briefing.record, briefing.extraction, briefing.findings), document.text)
    assert len(document.text) == len(text)
    assert document.text.count("\n") == text.count("\n")
    assert QUOTED in document.text
    assert document.text.index(QUOTED) == text.index(QUOTED)
    assert set(spans_in(whole.extraction)) <= set(spans_in(briefing.extraction))
    assert not list(unmasked(briefing.extraction))
    assert is_of(document, text)
    assert not is_of(document, text.replace("geese", "ducks"))
    assert whole.extraction.document.masked is msgspec.UNSET


def test_masking_anew_changes_nothing(made):
    briefing = masked(made["excerpts"])
    assert masked(briefing) == briefing
    assert masked(masked(briefing)).to_json() == briefing.to_json()


def test_marks_of_redaction_are_kept(brief):
    briefing = masked(brief(TEXT, Decisions(append="record", redactions=Redactions(names=("tar",)))))
    said = briefing.record.handling.redacted
    assert said.names > 1
    for place in said.places:
        assert briefing.extraction.document.text[place.start : place.end] == said.mark


def test_annotations_end_their_surroundings_at_the_mask(workflow, made):
    annotations = everything_in_form(workflow.render(made["excerpts"], form="html"))
    annotations = annotations.partition('data-name="annotations.jsonld"')[2].partition("</script>")[0]
    assert QUOTED in annotations
    assert MARK not in annotations


@settings(deadline=None)
@given(st.text("ab \n", max_size=30), st.data())
def test_gaps_are_what_no_span_holds(text, data):
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(start, end, text[start:end]) for start, end in data.draw(st.lists(cut, max_size=5))]
    found = list(gaps(spans, len(text)))
    free = {at for at in range(len(text)) if not any(span.start <= at < span.end for span in spans)}
    assert [at for start, end in found for at in range(start, end)] == sorted(free)
    assert all(start < end for start, end in found)

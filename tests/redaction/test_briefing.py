"""Nothing that is redacted stands anywhere in the briefing, and the rest stays as it was."""

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.redaction.conftest import REPORT, everything_in, everything_in_form

from citebound.model import (
    Anchor,
    Briefing,
    Decision,
    Decisions,
    Redactions,
    SuppliedField,
    Suppression,
    Upload,
)
from citebound.redaction.folding import form_of
from citebound.spans import exact
from citebound_hooks.briefing.view.record import field_rows

NAME = "Ilya Marenko"


def report(name):
    first, last = name.split()
    slug, split = f"{first}-{last}".lower(), f"{first}\n{last[:3]}-\n{last[3:]}"
    return REPORT.format(name=name, slug=slug, upper=name.upper(), split=split)


def hiding(*names, **more):
    return Decisions(redactions=Redactions(names=names, **more))


@pytest.fixture(scope="module")
def plain(brief):
    return brief(report(NAME), Decisions())


@pytest.fixture(scope="module")
def hidden(brief):
    return brief(report(NAME), hiding(NAME, "Marenko"), filename="ilya_marenko.txt")


@pytest.fixture(scope="module")
def our_own_words(workflow, plain):
    return everything_in(workflow.render(plain))


def test_no_value_says_the_name(plain, hidden):
    assert "marenko" in plain.to_json().decode().lower()
    assert "marenko" not in hidden.to_json().decode().lower()
    assert hidden.record.document.filename == "[redacted].txt"


def test_no_byte_of_the_file_says_the_name(workflow, plain, hidden):
    for template in ("briefing", "one-page", "full"):
        assert form_of("Marenko").stands_in(everything_in(workflow.render(plain, template)))
        said = everything_in(workflow.render(hidden, template))
        assert not form_of("Marenko").stands_in(said)
        assert "[redacted]" in said


@pytest.mark.parametrize("form", ["html", "docx"])
def test_no_other_form_says_the_name(workflow, plain, hidden, form):
    assert form_of("Marenko").stands_in(everything_in_form(workflow.render(plain, form=form)))
    said = everything_in_form(workflow.render(hidden, form=form))
    assert not form_of("Marenko").stands_in(said)
    assert "[redacted]" in said


LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Mn"])
WORD = st.text(LETTERS, min_size=6, max_size=10).filter(lambda word: word[0].isalpha())
ODD = st.sampled_from(["Élodie Ñezkova", "Юрий Шемахов", "Mc’Zed Ibn-Zuqar", "Öykü Zażółć", "Zoran Θεόζος"])


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(ODD, st.builds("{} {}".format, WORD, WORD)))
def test_no_byte_says_any_name(workflow, brief, our_own_words, name):
    assume(not any(form_of(part).stands_in(our_own_words) for part in name.split()))
    briefing = brief(report(name), hiding(name, *name.split()))
    exact((briefing.record, briefing.extraction), briefing.extraction.document.text)
    said = everything_in(workflow.render(briefing))
    assert not any(form_of(part).stands_in(said) for part in (name, *name.split()))


def test_all_spans_are_exact_in_the_text_that_goes_along(hidden):
    exact((hidden.record, hidden.extraction, hidden.findings), hidden.extraction.document.text)


def test_the_record_says_how_many_of_which_kind_and_never_what(hidden):
    said = hidden.record.handling.redacted
    text = hidden.extraction.document.text
    assert (said.names, said.spans) == (len(said.places), 0)
    assert said.names == text.count(said.mark) >= 6
    assert all(text[place.start : place.end] == said.mark for place in said.places)
    assert said.elsewhere > 3
    assert hidden.decisions.redactions == Redactions()


def test_the_digest_of_the_source_goes_unless_it_is_kept(brief, plain):
    hidden, kept = (brief(report(NAME), hiding(NAME, keep_digest=keep)) for keep in (False, True))
    assert kept.record.document.sha256 == plain.record.document.sha256
    assert hidden.record.document.sha256 != plain.record.document.sha256
    assert hidden.record.document.sha256 == hidden.extraction.document.sha256
    assert hidden.record.document.bytes == len(hidden.extraction.document.text.encode())


def test_all_forms_of_an_actor_go_with_its_name(brief):
    text = "The River Front (RF) said on 3 May 2019 that it left. The RF denied it on 4 May 2019."
    found = brief(text, hiding("river front")).extraction
    assert "RF" not in found.document.text
    assert found.document.text.count("[redacted]") == 3
    assert {actor.name for actor in found.actors} == {"[redacted]"}


def test_words_at_one_place_go_and_stay_elsewhere(brief):
    text = report(NAME)
    start = text.index("Port Sarne found")
    briefing = brief(text, Decisions(redactions=Redactions(spans=(Anchor(quote="Port Sarne", start=start),))))
    assert briefing.extraction.document.text.count("Port Sarne") == text.count("Port Sarne") - 1
    said = briefing.record.handling.redacted
    assert (said.names, said.spans, len(said.places)) == (0, 1, 1)


def test_what_was_found_in_hidden_words_alone_is_left_out(brief, workflow):
    text = report(NAME)
    sentence = text[text.index("On 7 May") : text.index("(Sarne Post, May 8).")].strip()
    plain = brief(text, Decisions())
    assert any("Tomas Bale" in actor.name for actor in plain.extraction.actors)
    briefing = brief(text, Decisions(redactions=Redactions(spans=(Anchor(quote=sentence),))))
    assert not any(actor.name in ("Tomas Bale", "[redacted]") for actor in briefing.extraction.actors)
    said = everything_in(workflow.render(briefing))
    for words in ("Tomas Bale", "nine hidden crates", "2019-05-07"):
        assert not form_of(words).stands_in(said), words


def test_a_hidden_date_is_not_resolved_beside_the_text(brief):
    briefing = brief(report(NAME), hiding("20 May 2019"))
    published = briefing.record.fields.publication_date
    if published is not None:
        assert (published.value.iso, published.value.raw) == (None, "[redacted]")
    assert "2019-05-20" not in briefing.to_json().decode()


def test_numbers_of_an_event_go_with_the_words_that_may_have_said_them(brief):
    text = "Rebels attacked the mill of Sarne on 3 May 2019 and killed twelve guards."
    counted = [event for event in brief(text, Decisions()).extraction.events if event.casualties]
    assert counted
    after = brief(text, hiding("twelve guards")).extraction.events
    assert not any(event.casualties for event in after)


def test_the_desks_own_words_are_searched_too(brief):
    decisions = Decisions(
        supplied=(SuppliedField(field="series", value="Letters of Ilya Marenko", by="sidecar"),),
        decisions=(Decision(action="note", anchor=Anchor(quote=NAME), text="MARENKO, see file"),),
        suppressions=(Suppression(codes=("CIT",), reason="Marenko asked for it"),),
        marking="Not for Marenko",
        redactions=Redactions(names=(NAME, "Marenko")),
    )
    briefing = brief(report(NAME), decisions)
    assert "marenko" not in briefing.to_json().decode().lower()
    assert briefing.record.handling.marking == "Not for [redacted]"


PAGE = """<html lang="en"><head><title>{0} speaks | Velia Post</title><meta name="author" content="{0}">
<script type="application/ld+json">{{"@type":"NewsArticle","author":{{"name":"{0}"}},"headline":"{0}!"}}</script>
<link rel="canonical" href="https://velia.example/{1}-speaks.html"></head><body><h1>{0} speaks</h1><p>By {0}</p>
<p>Il&shy;ya Maren&shy;ko, governor of Sarne (IM), said on 3 May 2019 that the gate was shut. IM's men left.</p>
</body>"""


@pytest.mark.parametrize("slug", ["ilya-marenko", "ilya%20marenko", "IlyaMarenko"])
def test_markup_metadata_and_addresses_are_searched(workflow, slug):
    upload = Upload(content=PAGE.format(NAME, slug).encode(), filename="page.html")
    (briefing,) = workflow.brief(upload, hiding(NAME))
    assert "marenko" not in briefing.to_json().decode().lower()
    assert "IM" not in briefing.extraction.document.text
    (row,) = [row for row in field_rows(briefing.record) if row.key == "url"]
    assert not row.address  # leads nowhere any more
    assert not form_of(NAME).stands_in(everything_in(workflow.render(briefing)))


def test_without_redactions_nothing_changes(plain, brief):
    again = brief(report(NAME), Decisions(redactions=Redactions(mark="[gone]")))
    assert (again.record, again.extraction) == (plain.record, plain.extraction)
    assert plain.record.handling.redacted is None


def test_a_redacted_briefing_goes_to_json_and_back(hidden):
    assert Briefing.from_dict(hidden.to_dict()) == hidden
    assert msgspec.json.decode(hidden.to_json(), type=Briefing) == hidden


def test_the_same_briefing_gives_the_same_bytes(brief, workflow):
    first, second = (workflow.render(brief(report(NAME), hiding(NAME))) for _ in range(2))
    assert first == second


def test_a_digest_of_curated_names_goes_too(tmp_path):
    from citebound.configuration import load_configuration
    from citebound.plugins import Plugins
    from citebound.workflow import Workflow

    (tmp_path / "names.toml").write_text(f'[aliases]\n"{NAME}" = ["the visitor"]\n', "utf-8")
    (tmp_path / "citebound.toml").write_text('aliases = ["names.toml"]\n', "utf-8")
    curating = Workflow(Plugins(), load_configuration(tmp_path / "citebound.toml"))
    upload = Upload(content=report(NAME).encode(), filename="report.txt")
    told, hidden = (curating.brief(upload, each)[0].reading for each in (Decisions(), hiding(NAME)))
    assert len(told) == 16
    assert hidden == ""

"""Where a briefing cannot be rendered anew, that is told, and its pages are held against its words."""

import msgspec
import pdf_edits as edit
import pytest

from citebound.model import Component, Decisions, Field, Upload

STYLE = 'extends = "briefing"\nlanguage = "fr"\n'


@pytest.fixture
def letterhead(tmp_path):
    """Makes a template of a desk's own, in French."""

    def make(name, style=STYLE):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "style.toml").write_text(style, "utf-8")
        return folder

    return make


@pytest.mark.parametrize("name", ["letterhead", "briefing", "one-page"])
def test_a_template_of_ones_own_is_named_by_its_folder(workflow, made, verify, letterhead, name):
    folder = letterhead(f"own/{name}")
    content = workflow.render(made, template=str(folder))
    assert verify(content, f"--template={folder}") == (0, [])
    code, ((rule, message),) = verify(content)
    assert (code, rule) == (1, "BRF014")
    assert ("there is no template 'letterhead'" if name == "letterhead" else "made with template") in message


@pytest.mark.parametrize("name", ["briefing", "full", "one-page"])
def test_each_built_in_template_is_found_by_its_name(workflow, made, verify, name):
    content = workflow.render(made, template=name)
    assert verify(content) == (0, [])
    assert [rule for rule, _ in verify(edit.rewritten(content))[1]] == ["BRF012"]


def test_a_template_that_was_changed_since_is_told(workflow, made, verify, letterhead):
    folder = letterhead("letterhead")
    content = workflow.render(made, template=str(folder))
    (folder / "style.toml").write_text('extends = "one-page"\n', "utf-8")
    code, ((rule, message),) = verify(content, f"--template={folder}")
    assert (code, rule) == (1, "BRF014")
    assert "made with template" in message


@pytest.fixture(scope="module")
def of_another_version(render_as_another_version, made):
    """A briefing that another version made, whose pages come out otherwise here."""
    return render_as_another_version(made)


def test_another_version_is_told_where_pages_come_out_otherwise(verify, of_another_version):
    code, ((rule, message),) = verify(of_another_version)
    assert (code, rule) == (1, "BRF014")
    assert "disclaimer and the quotations only: made with citebound 0.0.1 (here: " in message
    assert message.endswith("), and page 1, page 2, page 3 and 3 more parts come out otherwise here.")


def test_another_version_that_gives_the_same_is_proof_enough(verify, workflow, made):
    components = (Component(name="citebound", version="0.0.1"), Component(name="owl", version="3"))
    content = workflow.render(msgspec.structs.replace(made, components=components))
    assert verify(content) == (0, [])
    assert [rule for rule, _ in verify(edit.rewritten(content))[1]] == ["BRF012"]


@pytest.fixture
def with_other_libraries(monkeypatch, workflow, made):
    from citebound_hooks.briefing.manuscript import renderer

    with monkeypatch.context() as patch:
        patch.setattr(renderer, "_libraries", lambda: (Component(name="reportlab", version="1.0"),))
        return workflow.render(made)


def test_other_libraries_that_give_the_same_are_proof_enough(verify, with_other_libraries):
    assert verify(with_other_libraries) == (0, [])


def test_other_libraries_are_told_where_something_comes_out_otherwise(verify, with_other_libraries):
    content = edit.rewritten(
        with_other_libraries, lambda pdf: edit.page_data(pdf, 2, lambda data: data + b" q Q")
    )
    code, ((rule, message),) = verify(content)
    assert (code, rule) == (1, "BRF014")
    assert "reportlab 1.0 (here: " in message
    assert message.endswith("), and page 2 comes out otherwise here.")


@pytest.mark.parametrize(
    "claim",
    [
        {"components": [{"name": "citebound", "version": "0.0.1"}]},
        {"components": []},
        {"renderer": [{"name": "template", "version": "0" * 64}]},
        {"renderer": []},
        {"template": "letterhead"},
    ],
    ids=str,
)
def test_no_claim_of_what_made_it_lets_a_forgery_pass(verify, briefing, claim):
    def forge(pdf):
        edit.page_data(pdf, 2, lambda data: data + b" q Q")
        edit.consistently(pdf, lambda provenance: provenance.update(claim), "provenance.json")

    code, found = verify(edit.rewritten(briefing, forge))
    assert code == 1
    assert [rule for rule, _ in found] == ["BRF014"]


def test_what_somebody_trusted_signed_is_a_warning(made):
    from citebound.model import FinishedBriefing, Signature
    from citebound_hooks.verify.rules.vouching import severity_of_doubt

    finished = FinishedBriefing(pages=(), parts={}, briefing=made, not_anew="made with another version")
    weighed = {
        (covers, state): severity_of_doubt(
            msgspec.structs.replace(
                finished, signature=Signature(covers=covers, state=state, signer="The desk")
            )
        )
        for covers in (True, False)
        for state in ("trusted", "unknown", "unchecked", "broken")
    }
    assert severity_of_doubt(finished) == "error"
    assert [key for key, severity in weighed.items() if severity == "warning"] == [(True, "trusted")]


@pytest.mark.parametrize(("words", "rule"), [("not a UNHCR", "BRF005"), ("grain depot", "BRF006")])
def test_pages_are_then_held_against_disclaimer_and_summary(verify, of_another_version, words, rule):
    def delete(pdf):
        for page in range(1, len(pdf.pages) + 1):
            while words in edit.words_on(pdf, page):
                edit.without_words(pdf, page, words)

    code, found = verify(edit.rewritten(of_another_version, delete))
    assert code == 1
    assert {each for each, _ in found} == {"BRF014", rule}


def test_a_short_sentence_is_named_without_an_ellipsis(verify, workflow, made):
    from citebound.model import FinishedBriefing
    from citebound.rules import Subject
    from citebound_hooks.verify.rules.brf006_quotation_not_whole import QuotationNotWhole

    finished = FinishedBriefing(pages=("nothing",), parts={}, briefing=made)
    short, long = "The gate was shut.", "The gate was shut " * 9
    for words, shown in ((short, f"“{short}”"), (long, f"{long[:79]}…”")):
        summary = msgspec.structs.replace(
            made.extraction.summary[0],
            span=msgspec.structs.replace(made.extraction.summary[0].span, exact=words),
        )
        briefing = msgspec.structs.replace(
            made, extraction=msgspec.structs.replace(made.extraction, summary=(summary,))
        )
        document = _finished(workflow, msgspec.structs.replace(finished, briefing=briefing))
        subject = Subject(
            document=document, record=made.record, profile=made.profile, extraction=made.extraction
        )
        (problem,) = QuotationNotWhole().check(subject)
        assert shown in problem.message


def _finished(workflow, finished):
    from citebound.model import Upload

    (document,) = workflow.read(Upload(content=b"x y z", filename="x.txt"))
    return msgspec.structs.replace(document, finished=finished)


LONG = " ".join(
    f"Clause {number} of the library's terms holds in branch {number * 7}." for number in range(400)
)


@pytest.fixture(scope="module")
def with_a_long_disclaimer(render_as_another_version, made):
    """A briefing of another version, whose disclaimer begins on page 1 and ends in the annex."""
    disclaimer = Field(value=LONG, raw=LONG, span=None, locator="the desk")
    fields = msgspec.structs.replace(made.record.fields, disclaimer=disclaimer)
    record = msgspec.structs.replace(made.record, fields=fields)
    return render_as_another_version(msgspec.structs.replace(made, record=record))


def test_a_long_disclaimer_may_go_on_in_the_annex(verify, with_a_long_disclaimer):
    assert [rule for rule, _ in verify(with_a_long_disclaimer)[1]] == ["BRF014"]


@pytest.mark.parametrize("words", ["Clause 2 of", "Clause 200 of"], ids=["on page 1", "in the annex"])
def test_no_word_of_it_may_be_missing(verify, with_a_long_disclaimer, words):
    def delete(pdf):
        edit.without_words(pdf, edit.pages_with(pdf, words)[0], words)

    code, found = verify(edit.rewritten(with_a_long_disclaimer, delete))
    assert code == 1
    assert {rule for rule, _ in found} == {"BRF014", "BRF005"}


@pytest.mark.parametrize("append", ["record", "full", "original"])
def test_what_goes_along_does_not_matter(verify, workflow, render_as_another_version, source, append):
    (made,) = workflow.brief(
        Upload(content=source.read_bytes(), filename=source.name), Decisions(append=append)
    )
    assert [rule for rule, _ in verify(render_as_another_version(made))[1]] == ["BRF014"]
    assert verify(workflow.render(made), source) == (0, [])

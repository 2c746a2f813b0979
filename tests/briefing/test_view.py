"""What stands where: the view that templates print, made of a briefing's values alone."""

import msgspec
import pytest

from citebound.model import (
    Alias,
    ChainLink,
    Date,
    Decision,
    Decisions,
    Event,
    Field,
    Incomplete,
    Role,
    SuppliedField,
)
from citebound.model.decision import Anchor
from citebound_hooks.briefing.view.compose import compose

replace = msgspec.structs.replace


def with_extraction(briefing, **items):
    return replace(briefing, extraction=replace(briefing.extraction, **items))


def test_sentences_are_numbered_in_the_order_of_the_text(briefing):
    sentences = compose(briefing).sentences
    assert [sentence.number for sentence in sentences] == list(range(1, len(sentences) + 1))
    assert [sentence.start for sentence in sentences] == sorted(sentence.start for sentence in sentences)
    for sentence in sentences:
        assert briefing.extraction.document.text[sentence.start : sentence.end] == sentence.text


def test_each_sentence_knows_where_it_is_used(briefing):
    first = compose(briefing).sentences[0]
    assert [use.label for use in first.uses] == ["K1", "C1", "E1"]


def test_relays_leave_out_the_speaker_and_name_each_outlet_once(briefing):
    claim = briefing.extraction.claims[0]
    chain = (*claim.chain, ChainLink(name="Radio Velia", actor=None, citation=None, step=3))
    rows = compose(with_extraction(briefing, claims=(replace(claim, chain=chain, contested_by=()),))).claims
    assert rows[0].chain == (("Radio Velia",), ("Sarne Post",))


def test_parallel_relays_share_a_step(briefing):
    claim = briefing.extraction.claims[0]
    chain = (*claim.chain, ChainLink(name="Coast Daily", actor=None, citation=None, step=2))
    rows = compose(with_extraction(briefing, claims=(replace(claim, chain=chain, contested_by=()),))).claims
    assert rows[0].chain == (("Radio Velia",), ("Sarne Post", "Coast Daily"))


def test_a_speaker_without_an_actor_keeps_the_words_of_the_source(briefing):
    row = compose(briefing).claims[3]
    assert (row.speaker.name, row.speaker.named) == ("Residents", False)


def test_a_claim_without_content_shows_its_sentence(briefing):
    claim = replace(briefing.extraction.claims[1], content=())
    rows = compose(with_extraction(briefing, claims=(claim,))).claims
    assert rows[0].quote == (claim.sentence.exact,)


def test_events_of_one_sentence_and_date_are_one_row(briefing):
    attack, flight = briefing.extraction.events
    second = Event(id="E3", mentions=attack.mentions, type="killing", when=attack.when, rule="test")
    rows = compose(with_extraction(briefing, events=(attack, flight, second))).chronology
    assert [(row.date.iso, row.types) for row in rows] == [
        ("2019-05-03", ("attack", "killing")), ("2019-05-07", ("flight",)), ("2019-05-09", ()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words", ["The institute has warned of such a split before (see Meridian Notes, April 12).", None]
)
def test_an_event_outside_every_known_sentence_is_quoted_with_its_own(briefing, report, words):
    event = Event(
        id="E1",
        mentions=(report.span("warned"),),
        type="warning",
        sentence=report.span(words) if words else None,
        when=Date(raw="April", iso="2019-04"),
        rule="t",
    )
    (row,) = compose(
        with_extraction(briefing, events=(event,), claims=(), citations=(), summary=())
    ).chronology
    assert row.words == (words or "warned")


def test_unresolved_dates_come_last(briefing):
    first, second = briefing.extraction.events
    open_date = replace(first, when=Date(raw="one spring", iso=None))
    rows = compose(with_extraction(briefing, events=(open_date, second), claims=())).chronology
    assert [row.date.raw for row in rows] == ["7 May", "one spring"]


def test_titles_are_roles_and_not_names(briefing, report):
    actor = briefing.extraction.actors[1]
    span = report.span("governor of Port Sarne")
    title = "governor of Port Sarne"
    aliases = (Alias(form=title, kind="title", span=span), Alias(form="Derou", kind="short-name", span=span))
    both = replace(actor, aliases=aliases, roles=(Role(title=title, of=None, span=span),))
    (row,) = compose(with_extraction(briefing, actors=(both,))).actors
    assert [alias.form for alias in row.aliases] == ["Derou"]
    assert [role.form for role in row.roles] == ["governor of Port Sarne"]


def test_many_aliases_are_counted_not_listed(briefing, report):
    actor = briefing.extraction.actors[0]
    aliases = tuple(
        Alias(form=f"Front {number}", kind="variant", span=report.span("RF")) for number in range(100)
    )
    (row,) = compose(with_extraction(briefing, actors=(replace(actor, aliases=aliases),))).actors
    assert (len(row.aliases), row.more_aliases) == (3, 97)


def test_the_record_shows_both_values_of_a_supplied_field(briefing):
    page = Field("Meridian", "Meridian", None, "profile")
    supplied = Field("Meridian Institute", "Meridian Institute", None, "sidecar", True, page)
    record = replace(briefing.record, fields=replace(briefing.record.fields, publisher=supplied))
    (row,) = [row for row in compose(replace(briefing, record=record)).record if row.key == "publisher"]
    assert (row.value, row.supplied, row.page_value) == ("Meridian Institute", True, "Meridian")


def test_findings_stand_by_severity_and_suppressed_ones_apart(briefing):
    error, info = briefing.findings
    findings = (info, replace(error, status="suppressed"), replace(error, code="DIS001"))
    view = compose(replace(briefing, findings=findings))
    assert [row.code for row in view.findings] == ["DIS001", "CPY001"]
    assert [row.code for row in view.suppressed] == ["CIT004"]


def test_decisions_and_failures_are_told(briefing):
    decisions = Decisions(
        supplied=(SuppliedField(field="symbol", value="MN 7", by="--set"),),
        decisions=(Decision(action="reject", anchor=Anchor(quote="Residents"), text="not a speaker"),),
    )
    failed = Incomplete(plugin="harbour", hook="citebound_extract", error="ValueError: no tide")
    view = compose(replace(briefing, decisions=decisions, incomplete=(failed,)))
    assert view.supplied == (("symbol", "MN 7", "--set"),)
    assert view.decisions == (("reject", "Residents", "not a speaker"),)
    assert view.incomplete == (("harbour", "citebound_extract", "ValueError: no tide"),)


@pytest.mark.parametrize(
    ("without", "own"),
    [((), False), (("claims",), False), (("citations",), False), (("claims", "citations"), True)],
)
def test_a_sentence_is_the_sources_own_only_if_nobody_is_quoted_or_cited_in_it(briefing, without, own):
    changed = with_extraction(briefing, **dict.fromkeys(without, ()))
    assert compose(changed).bottom_line[0].own is own


@pytest.mark.parametrize(
    ("published", "ahead"),
    [("2019-05-02", True), ("2019-05-03", False), ("2019-05", False), ("2019-04", True), (None, False)],
)
def test_what_lies_behind_the_publication_is_still_to_come(briefing, published, ahead):
    day = published and Field(
        value=Date(raw=published, iso=published), raw=published, span=None, locator=None
    )
    fields = replace(briefing.record.fields, publication_date=day)
    view = compose(replace(briefing, record=replace(briefing.record, fields=fields)))
    assert next(row for row in view.chronology if row.date.iso == "2019-05-03").ahead == ahead
    assert next(each for each in view.timeline.moments if each.first == "2019-05-03").ahead == ahead


@pytest.mark.parametrize(("verb", "speakers"), [("has shown", 1), ("has not shown", 0)])
def test_what_somebody_has_not_said_is_the_reports_own(verb, speakers):
    from citebound import extract, read
    from citebound_hooks.briefing.view.key_sentences import key_sentences
    from citebound_hooks.briefing.view.sentences import SentenceBook

    report = f"The Home Ministry of Tarva {verb} that the riots in Oss were planned by the Salt Front."
    extraction = extract(read(report.encode(), media_type="text/plain"))
    (sentence,) = key_sentences(extraction, SentenceBook(extraction))
    assert len(sentence.speakers) == speakers
    assert sentence.own is (speakers == 0)

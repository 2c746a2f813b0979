"""The summary: whole sentences, the weightiest first, none that says the same again, no caveat lost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citebound.model import Actor, Claim
from citebound_hooks.summary.layer import summary_items
from citebound_hooks.summary.lexicon import summary_words

LEAD = "The Heron Front reportedly burned the ferry at Sarkandi on 3 March 2017, killing eleven people."
BODY = " ".join(
    f"Number {word} of the old boats lay idle on the shore near the town." for word in "abcdefghijkl"
)
ALL = ("citations", "dates", "events", "hedges", "summary")


def test_the_weightiest_sentence_comes_first_and_whole(layers_of):
    found = layers_of(f"{LEAD} {BODY}", *ALL, published="2017-03-24").summary
    assert found[0].span.exact == LEAD
    assert all(item.rule == "summary.salience" for item in found)


def test_at_most_six_sentences_and_at_least_one(layers_of):
    many = " ".join(
        f"The {word} ferry burned at {word.title()}town on 3 May 2016." for word in map(chr, range(97, 122))
    )
    assert len(layers_of(many, *ALL).summary) <= 6
    assert len(layers_of("The ferry at Sarkandi is an old boat now.", *ALL).summary) == 1
    assert not layers_of("", *ALL).summary


def test_no_sentence_says_the_same_again(layers_of):
    again = "On 3 March 2017 the Heron Front burned the ferry at Sarkandi and killed eleven people."
    found = [item.span.exact for item in layers_of(f"{LEAD} {again} {BODY}", *ALL).summary]
    assert LEAD in found
    assert again not in found


@pytest.mark.parametrize(
    "how",
    ["Issued by the Orn Emergency Cell with its partners.", "Compiled on 3 May 2019 from local reports."],
)
def test_how_a_report_was_made_is_no_summary_of_it(layers_of, how):
    assert not layers_of(how, *ALL).summary


def test_headings_are_not_sentences(layers_of):
    found = layers_of(f"Ferry burns at Sarkandi\n\n{LEAD}", *ALL).summary
    assert [item.span.exact for item in found] == [LEAD]


@pytest.mark.parametrize("word", ["He", "They", "This", "However,", "Il", "Cependant,"])
def test_a_sentence_that_leans_on_another_loses(layers_of, word):
    leaning = f"{word} burned the ferry at Tolwa on 4 March 2017, killing three men."
    upright = "The Heron Front burned the ferry at Nuun on 5 March 2017, killing three men."
    found = [item.span.exact for item in layers_of(f"{BODY} {leaning} {upright}", *ALL).summary]
    assert upright in found
    assert leaning not in found or found.index(upright) < found.index(leaning)


DENIAL = "Its members had been asleep on that day, the front said later."


def disputed(document, text, *sentences):
    """Claims, each the whole of a sentence, that contest one another."""
    names = [f"C{number}" for number in range(1, len(sentences) + 1)]
    for name, sentence in zip(names, sentences, strict=True):
        start = text.index(sentence)
        place = document.span(start, start + len(sentence))
        against = tuple(other for other in names if other != name)
        yield Claim(id=name, sentence=place, kind="accuse", contested_by=against, rule="test")


def test_the_sentence_that_contradicts_a_chosen_claim_stands_beside_it(report_of, layers_of):
    text = f"{LEAD} {BODY} {DENIAL}"
    document, record = report_of(text)
    before = replace(layers_of(text), claims=tuple(disputed(document, text, LEAD, DENIAL)))
    found = summary_items(document, record, before)
    assert [(item.span.exact, item.claims) for item in found[:2]] == [(LEAD, ("C1",)), (DENIAL, ("C2",))]


def test_a_disputed_claim_without_room_for_the_other_side_is_left_out(report_of, layers_of):
    weighty = "Soldiers shelled two villages near Nuun on 5 May 2016, wounding nine farmers."
    text = f"{LEAD} {weighty} {BODY.split('Number d')[0]}{DENIAL}"
    document, record = report_of(text)
    before = layers_of(text, *ALL)
    assert [item.span.exact for item in summary_items(document, record, before)] == [LEAD, weighty]
    before = replace(before, claims=tuple(disputed(document, text, weighty, DENIAL)))
    found = [item.span.exact for item in summary_items(document, record, before)]
    assert found[0] == LEAD
    assert len(found) == 2
    assert weighty not in found


def test_one_sentence_that_tells_both_sides_needs_no_other(report_of, layers_of):
    both = "The Heron Front burned the mill at Nuun on 5 March 2017, which it denies."
    text = f"{both} {BODY}"
    document, record = report_of(text)
    before = replace(layers_of(text), claims=tuple(disputed(document, text, both, "which it denies")))
    found = [item.span.exact for item in summary_items(document, record, before)]
    assert found[0] == both
    assert all(other.startswith("Number") for other in found[1:])


def test_a_disputed_lead_is_told_with_the_other_side_however_short_the_report(report_of, layers_of):
    text = f"{LEAD} {DENIAL}"
    document, record = report_of(text)
    before = replace(layers_of(text), claims=tuple(disputed(document, text, LEAD, DENIAL)))
    assert [item.span.exact for item in summary_items(document, record, before)] == [LEAD, DENIAL]


def test_actors_that_matter_raise_their_sentences(report_of, layers_of):
    text = f"{BODY} The mayor of the town went home in the evening."
    document, record = report_of(text)
    start = text.index("The mayor")
    mayor = Actor(
        id="A1",
        name="mayor",
        type="official",
        mentions=(document.span(start, start + 9),),
        salience=1.0,
        rule="test",
    )
    found = summary_items(document, record, replace(layers_of(text), actors=(mayor,)))
    assert found[0].span.exact.startswith("Number a")  # the lead
    assert found[1].span.exact.startswith("The mayor")


def test_the_weights_are_data():
    assert summary_words().points.dangling < 0 < summary_words().points.claim

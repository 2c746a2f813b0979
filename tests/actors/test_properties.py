"""What holds for any text: exact spans, no crash, sound references, linear time."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = """
    Ansar_Veld|the|The|Harrow_Brigade|(HB)|(|)|"|“|”|,|.|._|;|led_by|pledged_allegiance_to|chief|Iyad|Ag|al-Qorin|al-
    ’s|'s|U.S.|US-led|UK-France|Mali|Malian|soldiers|government|of|for|in|and|or|also_known_as|is_an_alliance_of|May
    March_5|Minister|Foreign_Minister|Gen.|J.|IS|members_of_the|the_army|507th|Task_Force_9|e\u0301|Ga\u0308o|🙂|جيش
    صَلاة|Ελλάς|ПЛОТ|中国|ǅ|ß|İ|ﬁ|Lutte_pour_l’Azawad|d'Or|—|-|–|ﷺ
"""
WORDS = st.sampled_from(
    [piece.strip().replace("_", " ") for line in PIECES.strip().splitlines() for piece in line.split("|")]
    + ["\n", "\r\n", "\u00a0", "\u200e"]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=40).map("".join),
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_span_is_exact_and_every_reference_known(actors_in, text):
    actors = actors_in(text)
    ids = [actor.id for actor in actors]
    assert len(set(ids)) == len(ids)
    for actor in actors:
        assert actor.mentions
        assert actor.name.strip()
        assert 0 <= actor.salience <= 1
        assert actor.rule.startswith("actors.")
        spans = [*actor.mentions, *(a.span for a in actor.aliases), *(r.span for r in actor.roles)]
        spans += [relation.span for relation in actor.relations]
        assert all(text[span.start : span.end] == span.exact and span.exact for span in spans)
        assert list(actor.mentions) == sorted(set(actor.mentions))
        assert all(relation.target in ids and relation.target != actor.id for relation in actor.relations)
        assert all(role.of is None or role.of in ids for role in actor.roles)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_actors(actors_in, text):
    assert actors_in(text) == actors_in(text)


@pytest.mark.parametrize("pronoun", ["He", "She", "It", "They", "We", "I", "Who", "This"])
def test_pronouns_are_never_mentioned(actors_in, pronoun):
    text = f"Ada Quill spoke. {pronoun} said that {pronoun} left. {pronoun} did."
    mentions = {mention.exact for actor in actors_in(text) for mention in actor.mentions}
    assert pronoun not in mentions


def timed(find, text):
    began = time.process_time()
    find(text)
    return time.process_time() - began


HOSTILE = {
    "one long name": "Ansar Veld of the ",
    "capitals": "A",
    "brackets": "(",
    "quotes": "Veld “",
    "acronyms": "Harrow Brigade (HB) ",
    "possessives": "Veld's ",
    "titles": "General ",
    "apposition": "Ada Quill, the leader of ",
    "relations": "The Front, which Ada Quill has led since, clashed with the Marsh Army, the River Guard and ",
    "lists of states": "Mali, ",
    "groups": "Malian army troops ",
    "definite nouns": "the army ",
    "known as": "Veld, also known as ",
    "led by": "Ansar Veld, led by ",
    "to which": "the Reed Company, to which it pledged allegiance ",
    "joined verbs": "and clashed with the Reed Company ",
    "lists of bodies": "backed by the Reed Company, the Salt Front, ",
    "denials": "denied that the Salt Front clashed with the Reed Company ",
    "sentences": "Ada Quill led the Harrow Brigade (HB). Quill said that the brigade left. ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length(actors_in, name):
    unit = HOSTILE[name]
    actors_in(unit)
    short = timed(actors_in, unit * (20_000 // len(unit)))
    long = timed(actors_in, unit * (160_000 // len(unit)))
    assert long < 8 * 3 * max(short, 0.05)


def test_names_that_differ_take_linear_time(actors_in):
    def text(many):
        return " ".join(
            f"Ada{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)} Quill{n % 7} said so."
            for n in range(many)
        )

    short, long = timed(actors_in, text(600)), timed(actors_in, text(4800))
    assert long < 8 * 3 * max(short, 0.05)


def test_a_citation_names_no_actor(actors_in):
    from citebound.model import Citation, Span

    text = "The Harrow Brigade left (Harrow Mirror, March 10). The Harrow Brigade came back."
    at = re.search(r"Harrow Mirror, March 10", text)
    span = Span(at.start(), at.end(), at.group())
    citation = Citation(
        id="R1", outlet="Harrow Mirror", date=None, kind="source", span=span, sentence=span, rule="t"
    )
    assert {actor.name for actor in actors_in(text, citations=(citation,))} == {"Harrow Brigade"}
    assert "Harrow Mirror" in {actor.name for actor in actors_in(text)}

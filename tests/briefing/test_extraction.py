"""What independent programs extract from the pages: each quotation, word for word, whatever its direction."""

import re
import shutil
import subprocess
from unicodedata import bidirectional

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from citebound.model import Field, SummarySentence
from citebound_hooks.briefing.pdf.stand_ins import from_left
from citebound_hooks.briefing.rendering import render

replace = msgspec.structs.replace
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HEBREW = ["דובר", "הנמל", "אמר", "כי", "השער", "נסגר", "שָׁלוֹם"]
ARABIC = ["قال", "المتحدث", "باسم", "الجبهة", "إن", "المرفأ", "مغلق", "لا", "مُغْلَقٌ", "جَبْهَةُ", "النَّهْرِ"]
LATIN = ["Radio Velia", "(RF)", "May 4,", "Илья", "Café", "x"]
SIGNS = ["5", "2019", "12.5%", "٤ مايو", "١٢", "3–4", "(7)", "«", "»", "“", "”", "،", "؛", "!", "؟", ":", "/"]
words = st.builds(  # of a sentence; of single signs nobody could tell how far apart they are meant to stand
    list.__add__,
    st.lists(st.sampled_from([*HEBREW, *ARABIC, *LATIN]), min_size=3, max_size=3),
    st.lists(st.sampled_from([*HEBREW, *ARABIC, *LATIN, *SIGNS]), max_size=25),
)
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler)")


def as_poppler_reads(line, leftwards):
    """What poppler (TextOutputDev, reorderText) makes of the characters of a line, from left to right."""

    def is_left_to_right(sign):
        return bidirectional(sign) in {"L", "EN", "AN", "ES", "ET", "CS"} and not sign.isspace()

    runs = re.compile("(?P<turned>R[RN]*)|L[LN]*|N+" if not leftwards else "(?P<turned>[RN]+)|[LN]*L")
    kinds = "".join(
        "R" if bidirectional(sign) in {"R", "AL"} else "L" if is_left_to_right(sign) else "N" for sign in line
    )
    found = [line[m.start() : m.end()][:: -1 if m["turned"] else 1] for m in runs.finditer(kinds)]
    return MARKS.sub("", "".join(reversed(found) if leftwards else found))


@given(st.text(alphabet="ab1,. (אבב\u064e\u0301ب2”٣-\u200c", max_size=20), st.booleans())
def test_stand_ins_give_the_words_in_their_order(text, leftwards):
    line = "".join(each.text for each in from_left(text, leftwards=leftwards))
    assert as_poppler_reads(line, leftwards) == text


@given(st.text(alphabet="ab1, (אב\u064eب”", max_size=12), st.text(alphabet="a1, )", max_size=5))
def test_what_follows_on_the_line_stays_behind(text, rest):
    line = "".join(each.text for each in from_left(text, more=True))
    assert as_poppler_reads(line + rest, False) == text + rest


def extracted(pdf, *options):
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(MARKS.sub("", done.stdout.decode()).split())


def quoting(briefing, report_type, *sentences):
    report = report_type("\n\n".join(sentences), "und")
    summary = tuple(SummarySentence(span=report.span(each), rule="test") for each in sentences)
    title = Field("Port Sarne", "Port Sarne", None, "test")
    record = replace(briefing.record, fields=replace(briefing.record.fields, title=title))
    return replace(briefing, record=record, extraction=report.extraction(summary=summary))


@needs_poppler
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words)
@example([*ARABIC, "5", "مايو", "2019", "(Radio Velia, May 4)."])
@example([*HEBREW[:1] * 9, *HEBREW[1:2] * 2, "3–4"])
@example([*HEBREW, "“השער סגור”", "5–6", "Илья", "Маренко"])
def test_a_quotation_comes_back_word_for_word(briefing, template, report, found):
    sentence = " ".join(found)
    text = extracted(render(quoting(briefing, type(report), sentence), template))
    assert text.count(sentence) >= 2, "in the body, and among the sentences of the annex"


@needs_poppler
@pytest.mark.parametrize("count", range(11, 17))
def test_the_short_end_of_a_quotation_stays_with_it_below_a_smaller_label(briefing, template, report, count):
    sentence = " ".join(
        ["Traders at the harbour expect that the gate stays shut until June"] + ["again"] * (count - 11)
    )
    text = extracted(render(quoting(briefing, type(report), sentence), template))
    assert text.count(f"“{sentence}”") >= 2


@needs_poppler
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(words.map(lambda found: " ".join(found[:8])), min_size=3, max_size=40))
def test_pages_of_mostly_right_to_left_words_too(briefing, template, report, sentences):
    sentences = [f"{number} {' '.join(ARABIC[:7])} {each} שער" for number, each in enumerate(sentences)]
    text = extracted(render(quoting(briefing, type(report), *sentences), template))
    assert [each for each in sentences if each not in text] == []

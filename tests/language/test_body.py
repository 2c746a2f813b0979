"""The body: what the report itself says, without its header, its furniture and its foot."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citebound.model import Block, Field
from citebound_hooks.language.analysis import analyse
from citebound_hooks.language.body import body_blocks
from citebound_hooks.language.opening import text_start

FIRST = "The ferry at Sarkandi burned in the night of the storm."
SECOND = "Nobody was hurt, said the mayor of the old town."


def _body(made):
    document, record = made
    return [document.text[block.start : block.end] for block in body_blocks(document, record)]


@pytest.mark.parametrize(
    "line",
    [
        "Last Updated: Friday, 19 May 2023, 07:24 GMT",
        "Link to original story on the Tamsel website",
        "Search Refworld",
        "Countries",
        "Topics",
        "Publisher Tamsel Institute",
        "Author Ada Lovo",
        "Publication Date 24 March 2017",
        "DisclaimerThis is a page",
        "Share this",
        "Prepared by the Tamsel Institute for its members.",
        "Copyright notice: © 2010 The Tamsel Institute",
        "© 2010 Tamsel Institute. All rights reserved.",
        "Pays",
    ],
)
def test_furniture_is_no_body(report_of, line):
    assert _body(report_of(f"{line}\n\n{FIRST}\n\n{SECOND}\n\n{line}")) == [FIRST, SECOND]


def test_titles_bylines_and_dates_before_the_first_sentence_are_no_body(report_of):
    text = f"Ferry Burns\n\nBy Ada Lovo\n\nNovember 2013\n\n{FIRST}\n\nBackground\n\n{SECOND}"
    assert _body(report_of(text)) == [FIRST, "Background", SECOND]


def test_key_figures_before_the_first_heading_are_body(report_of):
    lines = ["Ferry Burns", "31 ferries counted", "4 burnt, the union says", "Introduction", FIRST]
    document, record = report_of("\n\n".join(lines))
    kinds = ["paragraph", "list-item", "list-item", "heading", "paragraph"]
    blocks = tuple(replace(b, kind=k) for b, k in zip(document.blocks, kinds, strict=True))
    assert _body((replace(document, blocks=blocks), record)) == lines[1:]


def test_a_menu_before_the_first_sentence_is_no_body(report_of):
    lines = ["Home", "About the union", "3 May 2019", FIRST]
    document, record = report_of("\n\n".join(lines))
    blocks = tuple(replace(b, kind="list-item") for b in document.blocks[:3]) + document.blocks[3:]
    assert _body((replace(document, blocks=blocks), record)) == [FIRST]


def test_a_question_at_the_head_is_a_title(report_of):
    assert _body(
        report_of(f"Who burned the ferry at Sarkandi?\n\n{FIRST}\n\nWho burned it?\n\n{SECOND}")
    ) == [
        FIRST,
        "Who burned it?",
        SECOND,
    ]


def test_behind_the_notice_only_sentences_are_body(report_of):
    text = f"{FIRST}\n\nCopyright notice: © 2010 Tamsel\n\nSearch all pages\n\n{SECOND}"
    assert _body(report_of(text)) == [FIRST, SECOND]


def test_references_end_the_body_in_the_second_half_only(report_of):
    assert _body(report_of(f"References\n\n{FIRST}\n\n{SECOND}")) == [FIRST, SECOND]
    assert _body(
        report_of(f"{FIRST}\n\n{SECOND}\n\nReferences\n\nLovo, A. A history of the ferry at Sarkandi.")
    ) == [
        FIRST,
        SECOND,
    ]


def test_a_paragraph_that_holds_a_field_stays_unless_the_field_covers_it(report_of):
    document, record = report_of(f"{FIRST}\n\n{SECOND}")
    within = document.span(FIRST.index("Sarkandi"), FIRST.index("Sarkandi") + 8)
    fields = replace(
        record.fields, publisher=Field(value="Sarkandi", raw="Sarkandi", span=within, locator=None)
    )
    assert _body((document, replace(record, fields=fields))) == [FIRST, SECOND]
    covering = document.span(0, len(FIRST))
    fields = replace(record.fields, disclaimer=Field(value=FIRST, raw=FIRST, span=covering, locator=None))
    assert _body((document, replace(record, fields=fields))) == [SECOND]


def test_a_sentence_that_serves_as_title_stays(report_of):
    document, record = report_of(f"{FIRST}\n\n{SECOND}")
    fields = replace(
        record.fields, title=Field(value=FIRST, raw=FIRST, span=document.span(0, len(FIRST)), locator=None)
    )
    assert _body((document, replace(record, fields=fields))) == [FIRST, SECOND]


def test_boilerplate_and_table_rows_are_left_out(report_of):
    document, record = report_of(f"{FIRST}\n\n{SECOND}")
    for kind in ("boilerplate", "table-row"):
        first, second = document.blocks
        marked = replace(document, blocks=(Block(first.start, first.end, kind), second))
        assert _body((marked, record)) == [SECOND]


def test_without_blocks_paragraphs_are_blocks(report_of):
    document, record = report_of(f"{FIRST}\n\n{SECOND}")
    assert _body((replace(document, blocks=()), record)) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("DORHAN, March 10 (Reuters) – ", FIRST),
        ("DORHAN (AFP) — ", FIRST),
        ("PORT SABINA, Orland, Oct. 3 (Lakenews) -- ", FIRST),
        ("Mount Orrel, 2 January 2009 (Highland Wire) – ", FIRST),
        ("(LUMBERA, 28 February 2020) ", FIRST),
        ("- ", FIRST),
        ("• ", FIRST),
        ("12. ", FIRST),
        ("(a) ", FIRST),
        ("Q: ", FIRST),
        ("", "The mayor – an old man – left."),
        ("", "ORLAND is a state."),
        ("", "Sarkandi, the old port, burned."),
        ("", "(Nobody came.) The mayor left."),
    ],
)
def test_text_begins_behind_list_mark_and_dateline(lead, rest):
    text = f"x{lead}{rest}"
    assert text_start(text, 1, len(text)) == 1 + len(lead)


def test_a_citation_behind_the_full_stop_closes_the_sentence_before(report_of):
    def sentences(text):
        document, record = report_of(text)
        return [text[s.start : s.end] for s in analyse(document, record).sentences]

    cited = f"{FIRST} (Dawn, 12 May 2019)"
    assert sentences(f"{cited} {SECOND}") == [cited, SECOND]
    assert sentences(f"{cited}. {SECOND}") == [f"{cited}.", SECOND]
    assert sentences(f"{FIRST} (In 2012 it was new.) {SECOND}")[0] == FIRST
    assert sentences("(Dawn, 12 May 2019)") == ["(Dawn, 12 May 2019)"]


def test_what_has_no_full_stop_is_broken_at_white_space(report_of):
    document, record = report_of("word " * 5000)
    sentences = analyse(document, record).sentences
    assert max(s.end - s.start for s in sentences) <= 4000
    assert sum(len(s.tokens) for s in sentences) == 5000


def test_a_paragraph_that_ends_with_a_footnote_mark_is_read(report_of):
    document, record = report_of("Abu Tarif (Arabic: x), born in Oss, was a smuggler. He died in 2008.[1][2]")
    assert analyse(document, record).sentences[0].start == 0

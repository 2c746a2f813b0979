"""The HTML page: the same words as the PDF, accessible, whole in one file, safe to open."""

import json
import os
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from functools import partial
from hashlib import sha256
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from citebound.errors import ConfigurationError
from citebound.model import Extraction, Field, Handling, Original, SourceRecord
from citebound.redaction.masking import masked
from citebound_hooks.briefing.html.blocks import BlockWriter
from citebound_hooks.briefing.html.words import WRITERS
from citebound_hooks.briefing.rendering import render as render_in
from citebound_hooks.briefing.template.style import load_style
from citebound_hooks.briefing.template.vocabulary import RNG, SCHEMA

render = partial(render_in, form="html")

VOID = {"br", "col", "meta"}
FETCHED = ["@src", "@srcset", "@poster", "@data", "@action", "@background", "link/@href"]
FETCHING = " | ".join(f"//{each}" for each in [*FETCHED, "@style", "@onload", "@onerror"])


@pytest.fixture(scope="module")
def content(briefing, template):
    return render(briefing, template)


@pytest.fixture(scope="module")
def page(content):
    return parsed(content)


def parsed(content):
    """The page; every element but the void ones is closed, in order."""
    text = content.decode()
    opened = []
    without_data = re.sub(r"(<(script|style)[^>]*>).*?(</\2>)", r"\1\3", text, flags=re.DOTALL)
    for slash, name in re.findall(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*>", without_data):
        if slash:
            assert opened.pop() == name
        elif name not in VOID:
            opened.append(name)
    assert opened == []
    return html.document_fromstring(text)


def shown(page):
    """What a reader sees, white space folded."""
    parts = page.xpath("//body//text()[not(ancestor::script)]")
    return " ".join("".join(parts).split())


def folded(words):
    return " ".join(words.split())


def with_fields(briefing, **fields):
    changed = msgspec.structs.replace(briefing.record.fields, **fields)
    return msgspec.structs.replace(briefing, record=msgspec.structs.replace(briefing.record, fields=changed))


def test_every_quotation_stands_word_for_word(page, briefing):
    text = shown(page)
    extraction, fields = briefing.extraction, briefing.record.fields
    spans = [sentence.span for sentence in extraction.summary]
    spans += [part for claim in extraction.claims for part in (claim.sentence, *claim.content, *claim.hedges)]
    assert len(spans) > 10
    for said in [*(span.exact for span in spans), fields.disclaimer.raw, fields.title.raw]:
        assert folded(said) in text


def test_the_disclaimer_is_whole_and_nothing_was_cut(page, briefing, template):
    long = " ".join(f"No warranty of kind {number} is given." for number in range(600))
    whole = parsed(render(with_fields(briefing, disclaimer=Field(long, long, None, "test")), template))
    assert f"Disclaimer, word for word: “{long}”" in shown(whole)
    assert "still to come" not in shown(whole)
    assert not whole.xpath("//*[contains(@id, '-rest')]")


def test_the_three_voices_are_told_apart_in_words_and_in_type(page):
    text = shown(page)
    assert "On the word of River Front: “An attack" in text
    assert "The source’s own assessment: “The split" in text
    label = page.xpath("//*[@id='K1']/*[1]")[0]
    assert label.get("class") == "i-ours"
    sheet = page.findtext(".//style")
    assert re.search(r"\.i-ours\{font-family:[^;]*sans-serif", sheet)
    assert re.search(r"\.r-quotation\{font-family:[^;]*Georgia[^;]*,serif", sheet)
    assert all(each.text[0] in '“"' for each in page.xpath("//bdi[@class='quotation']"))


def test_claims_lead_to_numbered_sentences_and_back(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [link.removeprefix("#") for link in page.xpath("//a/@href") if link.startswith("#")]
    assert len(targets) > 20
    assert set(targets) <= set(ids)
    claim = page.xpath("//tr[@id='C1']")[0]
    (number,) = set(claim.xpath(".//a/@href"))
    back = page.xpath(f"//li[@id='{number.removeprefix('#')}']//a[@role='doc-backlink']/@href")
    assert "#C1" in back


def test_headings_descend_step_by_step_from_one_title(page):
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_say_what_heads_what_and_bear_a_name(page):
    tables = page.xpath("//table[not(ancestor::figure)]")
    assert len(tables) >= 5
    for table in tables:
        (name,) = page.xpath(f"//*[@id='{table.get('aria-labelledby')}']")
        assert name.tag in {"h2", "h3"}
        assert all(cell.get("scope") == "col" for cell in table.xpath("./thead/tr/*"))
        assert all(row[0].get("scope") == "row" for row in table.xpath("./tbody/tr"))


def test_landmarks_and_a_way_past_the_contents(page):
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.xpath(f"/html/body/{landmark}")) == 1
    first = page.xpath("//body//a")[0]
    assert first.get("href") == f"#{page.find('.//main').get('id')}"
    assert page.find(".//nav").get("aria-label") == "Contents"
    entries = page.xpath("//nav//a/@href")
    assert entries == [f"#{each}" for each in page.xpath("//main//h2/@id | //main//h3/@id")]


def test_figures_are_what_they_say_underneath(page):
    (timeline,) = page.xpath("//figure[@class='f-timeline']")
    assert next(" ".join(each.itertext()).strip() for each in timeline.iter("li")).startswith("3 May 2019")
    assert "day event" in timeline.xpath(".//li/@class")
    (chain,) = page.xpath("//figure[@class='f-chain']")
    assert "River Front" in chain.get("aria-label")
    heads = ["".join(cell.itertext()) for cell in chain.iter("th")]
    assert heads == ["Said by", "Carried by", "And then by", "Published by", "Republished by"]
    first, *others = chain.xpath(".//tbody/tr")
    assert [cell.get("rowspan") for cell in first] == [None] * 3 + [str(len(others) + 1)] * 2
    assert all(len(row) == 3 for row in others)


def _named_in(define):
    """The elements that a part of the vocabulary names, itself or by another part."""
    grammar = etree.parse(str(SCHEMA)).getroot()
    (part,) = [each for each in grammar.iter(f"{RNG}define") if each.get("name") == define]
    own = {each.get("name") for each in part.iter(f"{RNG}element")}
    return own | {each.get("name") for each in part.iter(f"{RNG}ref")} - {"words", "line"}


def test_all_blocks_and_words_of_the_vocabulary_are_written(template):
    writer = BlockWriter(load_style((template,)), "ltr")
    assert set(writer.written) == _named_in("blocks") - {"cut", "overflow"}
    plain = {"keep", "address"}
    assert set(WRITERS) == _named_in("words") - plain


def test_nothing_is_fetched_and_nothing_runs(page):
    assert page.xpath(FETCHING) == []
    assert not page.xpath("//iframe|//object|//embed|//img|//form|//base")
    assert {each.get("type") for each in page.xpath("//script")} == {"application/json"}
    sheet = page.findtext(".//style")
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_the_policy_allows_this_style_sheet_only(page):
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = b64encode(sha256(page.findtext(".//style").encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_the_data_are_those_of_the_pdf(page, briefing):
    blocks = {each.get("data-name"): each.text for each in page.xpath("//script")}
    own = {"source-record.json", "extraction.json", "provenance.json"}
    assert set(blocks) == own | {"citation.json", "annotations.jsonld"}
    assert msgspec.json.decode(blocks["source-record.json"], type=SourceRecord) == briefing.record
    assert msgspec.json.decode(blocks["extraction.json"], type=Extraction) == masked(briefing).extraction
    for name, text in blocks.items():
        stem = "sourceRecord" if name == "source-record.json" else name.partition(".")[0]
        compact = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).encode()
        (stated,) = page.xpath(f"//meta[@name='citebound.{stem}SHA256']/@content")
        assert stated == sha256(compact).hexdigest()


def test_the_original_goes_along_as_it_is(briefing, template):
    original = Original(content=b"\x00\xff</script>&", media_type="text/plain")
    page = parsed(render(msgspec.structs.replace(briefing, original=original), template))
    (block,) = page.xpath("//script[@data-name='original.txt']")
    assert (block.get("data-media-type"), block.get("data-encoding")) == ("text/plain", "base64")
    assert b64decode(block.text) == original.content


def test_the_record_stands_in_dublin_core(page):
    def term(name):
        return page.xpath(f"//meta[@about='#source'][@property='dcterms:{name}']/@content")

    assert term("publisher") == ["Meridian Institute"]
    assert term("mediator") == ["Harbour Library"]
    assert term("issued") == ["2019-05-20"]
    assert term("creator") == ["Lena Orvik", "Tomas Bale"]
    assert page.xpath("//meta[@name='DCTERMS.title']/@content") == page.xpath("//title/text()")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil"]
)
def test_only_web_and_mail_addresses_are_links(briefing, template, address):
    page = parsed(render(with_fields(briefing, url=Field(address, address, None, "test")), template))
    assert address in shown(page)
    assert all(re.match(r"#|https?://|mailto:", link) for link in page.xpath("//a/@href"))


def test_markup_of_the_source_stays_text(briefing, template):
    said = "</script><!-- <script>alert(1)</script> \" onload='x' & ]]> {{ 7*7 }} <img src=x>"
    page = parsed(render(with_fields(briefing, title=Field(said, said, None, "test")), template))
    assert page.findtext(".//h1") == said
    assert len(page.xpath("//script")) == 5
    assert page.xpath(FETCHING) == []


def test_arabic_and_hebrew_stand_in_their_own_direction(report, briefing, template):
    title, words = "تقرير عن ميناء المدينة", "דובר הנמל אמר כי השער סגור"
    odd = with_fields(
        briefing, title=Field(title, title, None, "t"), disclaimer=Field(words, words, None, "t")
    )
    page = parsed(render(odd, template))
    assert page.find(".//h1").get("dir") == "rtl"
    assert f"“{words}”" in [each.text for each in page.xpath("//bdi[@class='quotation']")]
    assert page.get("dir") == "ltr"


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("\u0646\u062d\u0646, its spokesman said in a statement to the radio", "ltr"),
        ("\u0646\u062d\u0646 \u0644\u0627 \u0646\u0639\u062a\u0631\u0641 (FBM)", "rtl"),
        ("the river", None),
    ],
)
def test_most_letters_of_a_quotation_give_its_direction(words, direction):
    written = WRITERS["quotation"](etree.fromstring(f"<quotation>{words}</quotation>"))
    assert html.fromstring(written).get("dir") == direction


def test_words_that_turn_the_direction_around_are_shown(briefing, template):
    words = "paid \u202egnihton\u202c in full"
    page = parsed(render(with_fields(briefing, disclaimer=Field(words, words, None, "t")), template))
    assert "paid [U+202E]gnihton[U+202C] in full" in shown(page)


def test_a_quotation_in_another_language_says_so(briefing, template):
    page = parsed(render(briefing, template, language="fr"))
    assert page.get("lang") == "fr"
    assert {each.get("lang") for each in page.xpath("//bdi[@class='quotation']")} == {"en"}


def test_the_marking_stands_first_and_last(briefing, template):
    record = msgspec.structs.replace(briefing.record, handling=Handling(marking="OFFICE USE"))
    page = parsed(render(msgspec.structs.replace(briefing, record=record), template))
    assert shown(page).startswith("Skip to the briefing OFFICE USE ")
    assert shown(page).endswith(" OFFICE USE")
    printed = '@page{@top-center{content:"OFFICE\\20 USE"'
    assert printed in page.findtext(".//style")
    assert printed not in parsed(render(briefing, template)).findtext(".//style")


@pytest.mark.parametrize("name", ["briefing", "full", "one-page"])
def test_every_template_gives_a_page(briefing, template, name):
    page = parsed(render(briefing, template.parent / name))
    assert briefing.record.fields.title.value == page.findtext(".//h1")


def test_the_whole_text_of_the_source_stands_in_full(briefing, template):
    text = shown(parsed(render(briefing, template.parent / "full")))
    for paragraph in briefing.extraction.document.text.split("\n\n"):
        for sentence in re.findall(r"[^.]+\.", paragraph):
            assert folded(sentence) in text or folded(sentence).rstrip(".") in text


def test_an_empty_extraction_says_what_it_lacks(report, briefing, template):
    record = report.record()
    bare = msgspec.structs.replace(briefing, record=record, extraction=report.extraction(), findings=())
    text = shown(parsed(render(bare, template)))
    assert "No sentence of the source could be selected" in text
    assert "The page carries no disclaimer." in text


def test_a_template_without_our_words_is_told_where(briefing, template, tmp_path):
    folder = tmp_path / "bare"
    (folder / "strings").mkdir(parents=True)
    (folder / "style.toml").write_text(f'extends = "{template}"\nlanguage = "xx"\n')
    (folder / "strings" / "xx.toml").write_text(
        'language = "xx"\none = [1]\nmonths = []\n[dates]\nday = ""\nmonth = ""\n[words]\n'
    )
    (folder / "briefing.xml.j2").write_text(
        '<briefing xml:lang="xx" title="t" about="t"><body><page/></body></briefing>'
    )
    with pytest.raises(ConfigurationError, match=r"bare: no wording 'record-attachment' in strings/xx\.toml"):
        render(briefing, folder)


def test_colours_are_legible_on_light_and_dark_screens(page):
    sheet = page.findtext(".//style")
    for block in re.findall(r":root\{(--[^}]*)\}", sheet):
        colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{6})", block))
        for ground in ("paper", "tint"):
            for ink in ("ink", "soft", "link", "alert"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one, other):
    """The contrast of two colours (WCAG 2.2, relative luminance)."""

    def luminance(code):
        channels = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


LOADED = """
import sys
from pathlib import Path
import msgspec
from citebound.model import Briefing
from citebound_hooks.briefing.rendering import render
render(msgspec.json.decode(sys.stdin.buffer.read(), type=Briefing), Path(sys.argv[1]), "html")
print(*sys.modules)
"""


def test_a_page_does_not_pay_for_pdf(briefing, template):
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(template)],
        input=msgspec.json.encode(briefing),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert not {"reportlab", "pypdf", "docx", "pymupdf_fonts"} & set(done.stdout.decode().split())


def test_five_hundred_claims_have_five_hundred_rows(briefing, template):
    claims = tuple(
        msgspec.structs.replace(briefing.extraction.claims[at % 5], id=f"C{at + 1}", contested_by=())
        for at in range(500)
    )
    extraction = msgspec.structs.replace(briefing.extraction, claims=claims)
    page = parsed(render(msgspec.structs.replace(briefing, extraction=extraction), template))
    assert len(page.xpath("//table[@class='t-claims']/tbody/tr")) == 500


def test_the_same_bytes_again(briefing, template, content, monkeypatch):
    assert render(briefing, template) == content
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert render(briefing, template) == content  # a briefing carries its own date


@settings(max_examples=25, deadline=None)
@given(words=st.text(max_size=120), more=st.text(st.characters(codec="utf-8"), max_size=400))
def test_whatever_the_record_says_the_page_is_well_formed(briefing, template, words, more):
    words = "".join(c for c in words if not "\ud800" <= c <= "\udfff")
    fields = {name: Field(words, words, None, "test") for name in ("title", "publisher", "symbol", "url")}
    page = parsed(render(with_fields(briefing, **fields, disclaimer=Field(more, more, None, "t")), template))
    assert page.xpath(FETCHING) == []
    assert all(re.match(r"#|https?://|mailto:", link) for link in page.xpath("//a/@href"))

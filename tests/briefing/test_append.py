"""How much of the source goes along, who decides it, and what an attached original is freed of."""

import re
from io import BytesIO

import msgspec
import pytest
from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from citebound.configuration import Configuration
from citebound.desk.handling import handled
from citebound.desk.notices import notices
from citebound.errors import UnreadableError
from citebound.model import Decisions, Original, Profile, Redactions, Reuse, Upload
from citebound.redaction.masking import MARK
from citebound_hooks.briefing.manuscript.original import cleaned
from citebound_hooks.briefing.manuscript.writing import write_manuscript
from citebound_hooks.briefing.rendering import render

TEXT = "Ilya Maren said on 3 May 2019 that the gate was shut.\n\nNobody passed. The guards slept, a fisher said.\n"


def with_policy(briefing, policy, upload=None, **more):
    return handled(briefing, Decisions(append=policy, **more), Configuration(), upload)


def markup_of(briefing, template, policy):
    return write_manuscript(with_policy(briefing, policy), template).markup


def said(node):
    return " ".join("".join(node.itertext()).split())


def files_of(content):
    return {each.name: each for each in PdfReader(BytesIO(content)).attachment_list}


@pytest.mark.parametrize("policy", ["record", "excerpts", "full", "original"])
def test_each_policy_carries_what_it_says(briefing, template, policy):
    markup = markup_of(briefing, template, policy)
    numbered = markup.xpath("//item[starts-with(@id, 's')]")
    quoted = len(markup_of(briefing, template, "excerpts").xpath("//item[starts-with(@id, 's')]"))
    unquoted = "The institute has warned of such a split before"
    if policy == "record":
        assert not numbered
        assert not markup.xpath("//link[starts-with(@to, 's') and string-length(@to) < 5]")
        assert not markup.xpath("//*[@continues][starts-with(@continues, 's')]")
    elif policy == "excerpts":
        assert len(numbered) == quoted
        assert unquoted not in said(markup)
    else:
        assert len(numbered) > quoted
        assert unquoted in said(markup)
        body = " ".join(" ".join(node.itertext()) for node in markup.xpath("//annex//quotation"))
        words = briefing.extraction.document.text.split()
        assert not set(words) - set(re.split(r"\s+", body))


def test_what_record_cuts_is_said_to_be_shortened(briefing, template):
    long = msgspec.structs.replace(
        briefing.extraction.claims[1], content=(briefing.extraction.claims[0].sentence,) * 9
    )
    extraction = msgspec.structs.replace(
        briefing.extraction, claims=(briefing.extraction.claims[0], long, *briefing.extraction.claims[2:])
    )
    longer = msgspec.structs.replace(briefing, extraction=extraction)
    pages = PdfReader(BytesIO(render(with_policy(longer, "record"), template))).pages
    words = " ".join(page.extract_text() for page in pages)
    assert "[… shortened]" in words
    assert "[… continues]" not in words


def test_the_profile_decides_and_its_reason_is_told(briefing, template):
    profile = Profile(
        name="gazette", title="The Gazette", reuse=Reuse(policy="full", reason="A public work.")
    )
    own = handled(msgspec.structs.replace(briefing, profile=profile), Decisions(), Configuration())
    assert (own.record.handling.append.policy, own.record.handling.append.by) == ("full", "profile")
    (line,) = notices(own, Redactions())
    assert line.startswith("appended: the whole text of the source, as the profile")
    assert "(A public work)" in line
    annex = said(write_manuscript(own, template).markup.find("annex"))
    assert "The whole text." in annex
    assert "Reuse policy of the profile The Gazette. A public work." in annex


def test_a_template_that_carries_more_than_was_said_is_told(citebound, tmp_path):
    (tmp_path / "r.txt").write_text("The Weir\n\nThe mayor said that the weir is dry. It rained.\n")
    overruled = "note: the template full overrules that: the whole text of the source goes along"
    told = citebound("brief", "r.txt", "--template", "full").stderr.decode()
    assert overruled in told
    assert told.splitlines()[-1].endswith("; to keep to it, say append excerpts")
    for append in ("excerpts", "full"):
        told = citebound("brief", "r.txt", "--template", "full", "--append", append).stderr.decode()
        assert overruled not in told
    assert overruled not in citebound("brief", "r.txt").stderr.decode()


def test_the_desk_may_decide_otherwise_and_that_is_told_too(briefing, template):
    profile = Profile(
        name="gazette", title="The Gazette", reuse=Reuse(policy="record", reason="All reserved.")
    )
    other = with_policy(msgspec.structs.replace(briefing, profile=profile), "full")
    (line,) = notices(other, Redactions())
    assert "as the desk says; the profile library says record (All reserved)" in line
    annex = said(write_manuscript(other, template).markup.find("annex"))
    assert "Chosen by the desk. The reuse policy of the profile The Gazette is record. All reserved." in annex


def test_the_full_template_prints_the_whole_text_unless_the_desk_chose(briefing, template):
    full = template.parent / "full"
    plain = handled(briefing, Decisions(), Configuration())
    assert write_manuscript(plain, full).markup.xpath("//section[@kind='passage']")
    assert "Chosen by the desk" in said(write_manuscript(plain, full).markup)
    assert not write_manuscript(with_policy(briefing, "record"), full).markup.xpath("//item[@id='s1']")


@pytest.mark.parametrize("policy", ["full", "original"])
def test_what_is_masked_in_a_briefing_cannot_go_along_with_another(workflow, policy):
    (first,) = workflow.brief(Upload(content=TEXT.encode(), filename="note.txt"), Decisions(append="record"))
    upload = Upload(content=workflow.render(first), filename="note.briefing.pdf")
    (again,) = workflow.brief(upload, Decisions(append=policy))
    append = again.record.handling.append
    assert (append.policy, append.because, again.original) == ("excerpts", "masked", None)
    assert "its text is masked in the briefing that this one is made of" in next(notices(again, Redactions()))
    for template in ("briefing", "full"):
        assert MARK not in pdf_text(workflow.render(again, template))


def pdf_text(content):
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_the_original_goes_along_as_source(workflow):
    upload = Upload(content=TEXT.encode(), filename="note.txt")
    (briefing,) = workflow.brief(upload, Decisions(append="original"))
    content = workflow.render(briefing)
    file = files_of(content)["original.txt"]
    assert file.content == TEXT.encode()
    assert file.associated_file_relationship == "/Source"
    assert "citebound:originalSHA256" in PdfReader(BytesIO(content)).xmp_metadata.stream.get_data().decode()


def test_a_redacted_briefing_carries_no_original(workflow):
    upload = Upload(content=TEXT.encode(), filename="note.txt")
    decisions = Decisions(append="original", redactions=Redactions(names=("Ilya Maren",)))
    (briefing,) = workflow.brief(upload, decisions)
    assert briefing.original is None
    append = briefing.record.handling.append
    assert (append.policy, append.because) == ("full", "redacted")
    assert "the original is not attached, because the briefing is redacted" in next(
        notices(briefing, decisions.redactions)
    )
    assert not [name for name in files_of(workflow.render(briefing)) if name.startswith("original")]


def test_a_page_that_may_hold_scripts_goes_along_as_text_only(workflow):
    page = b"<html><title>Velia</title><p>Ilya Maren said it was so.</p><script>alert(1)</script></html>"
    (briefing,) = workflow.brief(Upload(content=page, filename="p.html"), Decisions(append="original"))
    assert briefing.original is None
    assert briefing.record.handling.append.because == "active"


def pdf_with(*changes):
    """A PDF of one page, changed."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(72, 700, "Ilya Maren said on 3 May 2019 that the gate was shut.")
    canvas.linkURL("https://velia.example/", (72, 690, 200, 720))
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(out))
    for change in changes:
        change(writer)
    changed = BytesIO()
    writer.write(changed)
    return changed.getvalue()


def name(text):
    return NameObject(f"/{text}")


def opens_script(writer):
    script = DictionaryObject({name("S"): name("JavaScript"), name("JS"): TextStringObject("app.alert('x')")})
    writer.root_object[name("OpenAction")] = script
    writer.root_object[name("Names")] = DictionaryObject({name("JavaScript"): script})


def acts_on_opening(writer):
    action = DictionaryObject({name("S"): name("Launch"), name("F"): TextStringObject("calc.exe")})
    writer.root_object[name("OpenAction")] = action
    writer.pages[0][name("AA")] = DictionaryObject({name("O"): action})


def carries_a_file(writer):
    writer.add_attachment("evil.exe", b"MZ")


def _resource(writer, entries, data=b""):
    stream = DecodedStreamObject()
    stream.set_data(data)
    stream.update({name(key): value for key, value in entries.items()})
    objects = DictionaryObject({name("X0"): writer._add_object(stream)})
    resources = writer.pages[0][name("Resources")].get_object()
    resources[name("XObject")] = objects


def draws_postscript(writer):
    _resource(writer, {"Type": name("XObject"), "Subtype": name("PS")})


def draws_from_another_file(writer):
    reference = DictionaryObject({name("F"): TextStringObject("http://velia.example/x.pdf")})
    _resource(writer, {"Type": name("XObject"), "Subtype": name("Form"), "Ref": reference})


@pytest.mark.parametrize("change", [opens_script, acts_on_opening, carries_a_file])
def test_what_acts_is_left_out(change):
    content = pdf_with(change)
    found = cleaned(Original(media_type="application/pdf", content=content))
    assert found.clean
    reader = PdfReader(BytesIO(found.content))
    assert "Ilya Maren said on 3 May 2019" in reader.pages[0].extract_text()
    for key in ("/OpenAction", "/Names", "/AcroForm", "/Metadata"):
        assert key not in reader.root_object
    assert not {"/AA", "/Annots"} & set(reader.pages[0])
    assert b"velia.example" not in found.content
    assert cleaned(found) is found
    assert cleaned(Original(media_type="application/pdf", content=content)) == found


@pytest.mark.parametrize(
    ("change", "what"), [(draws_postscript, "PostScript"), (draws_from_another_file, "/Ref")]
)
def test_what_acts_and_cannot_be_left_out_is_refused(change, what):
    with pytest.raises(
        UnreadableError, match=f"the original holds {what} even when cleaned; use --append full"
    ):
        cleaned(Original(media_type="application/pdf", content=pdf_with(change)))


def test_a_damaged_one_is_refused_in_one_line():
    with pytest.raises(UnreadableError, match="cannot be cleaned") as error:
        cleaned(Original(media_type="application/pdf", content=b"%PDF-1.7\n%%EOF"))
    assert "\n" not in str(error.value)


def test_the_command_line_refuses_what_cannot_be_cleaned_and_says_why(citebound, tmp_path):
    (tmp_path / "velia.pdf").write_bytes(pdf_with(draws_postscript))
    refused = citebound("brief", "velia.pdf", "--append", "original")
    assert refused.returncode == 3
    assert (
        "citebound: velia.pdf: the original holds PostScript even when cleaned; use --append full\n"
        in refused.stderr.decode()
    )
    assert not (tmp_path / "velia.briefing.pdf").exists()
    done = citebound("brief", "velia.pdf", "--append", "full")
    assert done.returncode == 0
    assert "appended: the whole text of the source, as the desk says" in done.stderr.decode()


def test_pages_of_a_pdf_source_are_links_that_open_them(briefing, template):
    def linked(url, media_type="application/pdf"):
        identity = msgspec.structs.replace(briefing.record.document, media_type=media_type)
        field = msgspec.structs.replace(briefing.record.fields.url, value=url)
        fields = msgspec.structs.replace(briefing.record.fields, url=field)
        record = msgspec.structs.replace(briefing.record, document=identity, fields=fields)
        claims = tuple(
            msgspec.structs.replace(claim, sentence=msgspec.structs.replace(claim.sentence, page=4))
            for claim in briefing.extraction.claims
        )
        extraction = msgspec.structs.replace(briefing.extraction, claims=claims)
        paged = msgspec.structs.replace(briefing, record=record, extraction=extraction)
        return write_manuscript(paged, template).markup.xpath("//link[contains(@href, '#page=')]/@href")

    assert set(linked("https://velia.example/a/report.PDF#top")) == {
        "https://velia.example/a/report.PDF#page=4"
    }
    assert linked("https://velia.example/report.pdf?x=1")
    assert not linked("https://velia.example/report")
    assert not linked("https://velia.example/report.pdf", "text/html")


def test_the_facts_go_along_in_the_forms_of_other_programs(briefing, template):
    files = files_of(render(briefing, template))
    (item,) = msgspec.json.decode(files["citation.json"].content)
    assert item["title"] == briefing.record.fields.title.value
    annotations = msgspec.json.decode(files["annotations.jsonld"].content)
    assert annotations["type"] == "AnnotationCollection"
    assert annotations["total"] >= len(briefing.extraction.claims)


def test_markup_of_every_policy_is_valid(briefing, template):
    for policy in ("record", "excerpts", "full", "original"):
        assert etree.tostring(markup_of(briefing, template, policy))

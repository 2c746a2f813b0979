"""A handling marking stands at the top and the bottom of each page, and is read aloud once."""

from io import BytesIO

import msgspec
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from citebound.configuration import Configuration, load_configuration
from citebound.desk.handling import handled
from citebound.desk.marking import LONGEST, marking_of
from citebound.errors import ConfigurationError
from citebound.model import Decisions, Handling
from citebound_hooks.briefing.rendering import render

MARKING = "Für den Dienstgebrauch – для служебного пользования"
WRONG = {
    "": "is empty",
    "  ": "is empty",
    "one\ntwo": "is one line, this one has 2",
    "one\u2028two": "is one line, this one has 2",
    "desk\u202eonly": "U+202E",
    "bell\x07": "U+0007",
    "x" * (LONGEST + 1): f"has {LONGEST + 1} characters",
}


def marked(briefing, marking):
    handling = Handling(marking=marking)
    return msgspec.structs.replace(
        briefing, record=msgspec.structs.replace(briefing.record, handling=handling)
    )


@pytest.fixture(scope="module")
def pdf(briefing, template):
    return PdfReader(BytesIO(render(marked(briefing, MARKING), template)))


def test_each_page_carries_it_above_and_below(pdf):
    for page in pdf.pages:
        lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        assert lines[0] == lines[-1] == MARKING


def test_it_is_read_aloud_once_and_first(pdf):
    first = pdf.trailer["/Root"]["/StructTreeRoot"]["/K"][0]["/K"][0]
    assert (first["/S"], first["/K"]) == ("/P", [0])
    for number, page in enumerate(pdf.pages):
        marks = [
            operands[0]
            for operands, operator in ContentStream(page.get_contents(), pdf).operations
            if operator == b"BDC" and operands[0] in ("/P", "/Artifact")
        ]
        assert marks[0] == ("/P" if number == 0 else "/Artifact")
        assert marks[-1] == "/Artifact"


def test_metadata_and_record_name_it(pdf):
    assert f"<citebound:marking>{MARKING}</citebound:marking>" in pdf.xmp_metadata.stream.get_data().decode()
    attached = {each.name: msgspec.json.decode(each.content) for each in pdf.attachment_list}
    assert attached["source-record.json"]["handling"]["marking"] == MARKING


def test_without_one_nothing_stands_there(briefing, template):
    page = PdfReader(BytesIO(render(briefing, template))).pages[0]
    assert page.extract_text().splitlines()[0].strip() == "Briefing"


@pytest.mark.parametrize("words", ["markup <b>&amp; {{ 7*7 }}", "حصري للمكتب", "⚓ 限内部使用"])
def test_odd_words_are_set_as_they_are(briefing, template, words):
    content = render(marked(briefing, words), template)
    (record,) = [a for a in PdfReader(BytesIO(content)).attachment_list if a.name == "source-record.json"]
    assert msgspec.json.decode(record.content)["handling"]["marking"] == words


@pytest.mark.parametrize("words", WRONG)
def test_what_is_no_marking_is_refused_in_one_line(words):
    with pytest.raises(ConfigurationError) as error:
        marking_of(words, "--marking")
    assert WRONG[words] in str(error.value)
    assert "\n" not in str(error.value)


def test_one_too_wide_for_the_page_is_refused(briefing, template):
    with pytest.raises(ConfigurationError, match="does not fit on one line of the page; shorten it"):
        render(marked(briefing, "W" * LONGEST), template)


def test_a_template_that_would_drop_it_is_refused(briefing, template, tmp_path):
    (tmp_path / "style.toml").write_text('extends = "briefing"\n')
    markup = (template / "briefing.xml.j2").read_text("utf-8").replace("{{ part.running() }}", "")
    (tmp_path / "briefing.xml.j2").write_text(markup, "utf-8")
    with pytest.raises(ConfigurationError, match="prints no <marking>"):
        render(marked(briefing, MARKING), tmp_path)
    assert render(briefing, tmp_path)


def test_the_sidecar_file_comes_before_the_configuration(briefing):
    settings = Configuration(marking="all", append="full")
    both = handled(briefing, Decisions(marking="this one", append="record"), settings).record.handling
    assert (both.marking, both.append.policy, both.append.by) == ("this one", "record", "desk")
    general = handled(briefing, Decisions(), settings).record.handling
    assert (general.marking, general.append.policy, general.append.by) == ("all", "full", "configuration")
    none = handled(briefing, Decisions(), Configuration()).record.handling
    assert (none.marking, none.append.policy, none.append.by) == (None, "excerpts", "profile")


def test_the_configuration_names_the_line_of_a_wrong_one(tmp_path):
    path = tmp_path / "citebound.toml"
    path.write_text('template = "full"\nmarking = " "\n')
    with pytest.raises(ConfigurationError, match=r"citebound\.toml:2: the marking is empty"):
        load_configuration(path)


def test_the_command_line_marks_and_refuses(citebound, tmp_path):
    (tmp_path / "note.txt").write_text("Ilya Maren said on 5 May 2019 that the gate was shut.\n")
    (tmp_path / "note.txt.citebound.toml").write_text('[briefing]\nmarking = "of the sidecar"\n')
    done = citebound("brief", "note.txt", "--marking", " of the call ")
    assert done.returncode == 0, done.stderr
    page = PdfReader(tmp_path / "note.briefing.pdf").pages[0].extract_text()
    assert page.startswith("of the call")
    wrong = citebound("brief", "note.txt", "--marking", "a\nb")
    assert wrong.returncode == 2
    assert wrong.stderr.decode() == "citebound: --marking: a marking is one line, this one has 2\n"

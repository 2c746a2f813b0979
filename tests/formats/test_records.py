"""The formats of a record, each read back by an independent reader."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from lxml import etree
from msgspec.structs import replace

from citebound.formats import Given, OutputContext
from citebound.model import Date, Field, Fields, SourceRecord, Upload
from citebound.workflow import Workflow
from citebound_hooks.formats.catalogue import built_in_formats
from citebound_hooks.formats.reference import date_parts, reference_of

Write = Callable[..., str]
TITLE = "Vale: Flood Aid & Shelter Fall Short"
TERMS = "{http://purl.org/dc/terms/}"


def test_json_is_the_contract_and_comes_back_whole(written: Write, record: SourceRecord):
    assert SourceRecord.from_dict(json.loads(written("record", "json", record))) == record


def test_csl_json_keeps_the_original_publisher_and_the_republisher_apart(
    written: Write, record: SourceRecord
):
    (item,) = json.loads(written("record", "csl-json", record))
    assert item["publisher"] == item["original-publisher"] == "Northgate Institute"
    assert item["archive"] == item["custom"]["republisher"] == "UNHCR Refworld"
    assert item["author"] == [{"literal": "Inès Marlow"}, {"literal": "Tom Reed"}]
    assert item["issued"] == {"date-parts": [[2019, 5, 3]]}


def test_csl_json_is_rendered_by_a_citation_processor(written: Write, record: SourceRecord):
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    from citeproc.source.json import CiteProcJSON

    items = json.loads(written("record", "csl-json", record))
    known = {name: value for name, value in items[0].items() if name not in ("custom", "id")}
    source = CiteProcJSON([{"id": "vale", "type": "report"} | known])
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    bibliography.register(citeproc.Citation([citeproc.CitationItem("vale")]))
    (entry,) = (str(entry) for entry in bibliography.bibliography())
    assert "Vale: Flood Aid" in entry
    assert "2019" in entry


def test_bibtex_is_read_back(written: Write, record: SourceRecord):
    pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    from pybtex.richtext import Text

    text = written("record", "bibtex", record)
    entry = pybtex.parse_string(text, "bibtex").entries["northgate2019vale"]
    assert [str(person) for person in entry.persons["author"]] == ["Marlow, Inès", "Reed, Tom"]
    assert entry.fields["title"] == "{Vale: Flood Aid \\& Shelter Fall Short}"
    assert Text.from_latex(entry.fields["title"]).render_as("text") == TITLE
    assert entry.fields["origpublisher"] == entry.fields["publisher"] == "Northgate Institute"
    assert entry.fields["republisher"] == "UNHCR Refworld"
    assert (entry.fields["year"], entry.fields["month"], entry.fields["urldate"]) == (
        "2019",
        "May",
        "2018-06-07",
    )


@pytest.mark.parametrize("title", ["{", "}}", "\\", "50 % of $5 #1_a ~ ^", "a\nb"])
def test_bibtex_survives_any_title(written: Write, record: SourceRecord, title: str):
    pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    text = written("record", "bibtex", _with(record, title=_field(title)))
    assert list(pybtex.parse_string(text, "bibtex").entries)


def test_an_organisation_as_author_stays_whole_in_bibtex(written: Write, record: SourceRecord):
    pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    text = written(
        "record", "bibtex", _with(record, authors=(_field("UN Office for Relief"), _field("Tom Reed")))
    )
    (entry,) = pybtex.parse_string(text, "bibtex").entries.values()
    assert [person.last_names for person in entry.persons["author"]] == [["{UN Office for Relief}"], ["Reed"]]


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
@pytest.mark.parametrize(
    "words",
    [
        "{Boats} & Nets: 100% of #3 ~ \\alpha_x ^ $5",
        "“L’été” – ñandú",
        "تقرير عن حالة المياه",
        "\\textbraceleft",
    ],
)
def test_odd_characters_come_back_through_our_own_reader(
    workflow: Workflow, written: Write, record: SourceRecord, name: str, words: str
):
    url = "https://x.example/a_b?c=d&e=50%25#f~g"
    changed = _with(record, title=_field(words), publisher=_field(words), url=_field(url), original_url=None)
    kind = {"bibtex": "list.bib", "ris": "list.ris", "csl-json": "list.json"}[name]
    (document,) = workflow.read(Upload(content=written("record", name, changed).encode(), filename=kind))
    back = workflow.describe(document).fields
    assert (back.title.value, back.publisher.value, back.url.value) == (words, words, url)


def test_no_format_loses_the_end_of_a_range(written: Write, record: SourceRecord):
    days = Date(raw="3-12 April 2015", iso="2015-04-03", iso_end="2015-04-12", precision="day")
    changed = _with(record, publication_date=Field(value=days, raw=days.raw, span=None, locator="test"))
    for name in ("bibtex", "ris", "dcterms"):
        assert "2015-04-12" in written("record", name, changed), name
    assert json.loads(written("record", "csl-json", changed))[0]["issued"]["date-parts"] == [
        [2015, 4, 3],
        [2015, 4, 12],
    ]
    root = etree.fromstring(written("record", "dcterms", changed).encode())
    assert root.find(f"{TERMS}issued").attrib.values() == ["dcterms:Period"]


def test_ris_is_read_back(written: Write, record: SourceRecord):
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    (entry,) = rispy.loads(written("record", "ris", record))
    assert entry["title"] == TITLE
    assert entry["authors"] == ["Inès Marlow", "Tom Reed"]
    assert entry["publisher"] == "Northgate Institute"
    assert entry["database_provider"] == "UNHCR Refworld"
    assert entry["date"] == "2019/05/03/"


def test_ris_takes_no_tags_from_a_value(written: Write, record: SourceRecord):
    text = written("record", "ris", _with(record, title=_field("a\nER  - \nTY  - BOOK")))
    assert [line[:2] for line in text.splitlines()].count("TY") == 1


def test_dublin_core_keeps_publisher_and_mediator_apart(written: Write, record: SourceRecord):
    root = etree.fromstring(written("record", "dcterms", record).encode())
    found = {element.tag.removeprefix(TERMS): element.text for element in root}
    assert (found["publisher"], found["mediator"]) == ("Northgate Institute", "UNHCR Refworld")
    assert (found["title"], found["issued"]) == (TITLE, "2019-05-03")
    assert root.find(f"{TERMS}issued").attrib.values() == ["dcterms:W3CDTF"]


@pytest.mark.parametrize("name", ["json", "csl-json", "bibtex", "ris", "dcterms"])
def test_a_record_that_knows_nothing_is_written_too(written: Write, record: SourceRecord, name: str):
    assert written("record", name, replace(record, fields=Fields())).endswith("\n")


def test_only_the_known_parts_of_a_date_are_written():
    assert date_parts(Date(raw="May 2019", iso="2019-05")) == [[2019, 5]]
    assert date_parts(Date(raw="2018–2019", iso="2018", iso_end="2019")) == [[2018], [2019]]


@pytest.mark.parametrize(
    ("publisher", "title", "key"),
    [("The Élan Trust", "A Tide", "elan2019tide"), ("", "", "anon2019"), ("出版社", "Tide", "anon2019tide")],
)
def test_a_key_is_made_of_publisher_year_and_title(
    record: SourceRecord, publisher: str, title: str, key: str
):
    changed = _with(record, publisher=_field(publisher), title=_field(title))
    assert reference_of(changed).key == key


def _with(record: SourceRecord, **fields: object) -> SourceRecord:
    return replace(record, fields=replace(record.fields, **fields))


def _field(value: str) -> Field[str]:
    return Field(value=value, raw=value, span=None, locator="test")


@pytest.fixture
def several(context: OutputContext, record: SourceRecord) -> Callable[[str], str]:
    """Returns what a format writes for two records of one key and a third one."""
    third = _with(record, title=_field("Marsh: Wells Run Dry"))

    def write(name: str) -> str:
        form = next(form for form in built_in_formats() if (form.shape, form.name) == ("record", name))
        assert form.write_several is not None
        text = form.write_several([Given(each, context) for each in (record, record, third)])
        assert isinstance(text, str)
        return text

    return write


def test_several_records_are_one_json_array(several: Callable[[str], str], record: SourceRecord):
    records = json.loads(several("json"))
    assert [SourceRecord.from_dict(each) for each in records[:2]] == [record, record]
    assert len(records) == 3


KEYS = ["northgate2019vale", "northgate2019vale-2", "northgate2019marsh"]


def test_several_records_are_one_csl_json_array(several: Callable[[str], str]):
    assert [item["id"] for item in json.loads(several("csl-json"))] == KEYS


def test_several_records_are_one_bibtex_file_without_a_key_twice(several: Callable[[str], str]):
    pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    assert list(pybtex.parse_string(several("bibtex"), "bibtex").entries) == KEYS


def test_several_records_are_one_ris_file(several: Callable[[str], str]):
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    assert [entry["id"] for entry in rispy.loads(several("ris"))] == KEYS


def test_several_records_are_one_dublin_core_document(several: Callable[[str], str]):
    root = etree.fromstring(several("dcterms").encode())
    assert [each.tag for each in root] == ["metadata"] * 3
    assert root[2].findtext(f"{TERMS}title") == "Marsh: Wells Run Dry"

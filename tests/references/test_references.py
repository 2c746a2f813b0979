"""Reference lists: one document, one record, one set of findings for each entry, each at its line."""

import pytest

from citebound.errors import NoTextError, UnreadableError
from citebound.model import Upload

BIBTEX, RIS, CSL = (
    "application/x-bibtex",
    "application/x-research-info-systems",
    "application/vnd.citationstyles.csl+json",
)

LISTS = {
    BIBTEX: r"""@string{harrow = {Harrow Institute for Border Studies}}
@comment{an aside}

@report{calloway2024,
  author      = {Calloway, Ines and {Border Watch} and de la Cruz, Jos{\'e}},
  title       = {{Orvania}: A Ceasefire That Holds on Paper},
  institution = harrow,
  year = 2024, month = mar,
  url     = {https://library.example/orvania},
  urldate = {2024-02-20},
}
""",
    RIS: """TY  - RPRT
AU  - Calloway, Ines
AU  - Border Watch
AU  - de la Cruz, José
TI  - Orvania: A Ceasefire That Holds on Paper
PB  - Harrow Institute for Border Studies
PY  - 2024/03//
UR  - https://library.example/orvania
Y2  - 2024/02/20/
ER  -
""",
    CSL: """[{
 "id": "calloway2024", "type": "report", "title": "Orvania: A Ceasefire That Holds on Paper",
 "author": [{"family": "Calloway", "given": "Ines"}, {"literal": "Border Watch"},
  {"family": "Cruz", "non-dropping-particle": "de la", "given": "José"}],
 "publisher": "Harrow Institute for Border Studies",
 "issued": {"date-parts": [[2024, 3]]}, "URL": "https://library.example/orvania",
 "accessed": {"date-parts": [[2024, 2, 20]]}
}]""",
}
ACCESSED_LINE = {BIBTEX: 10, RIS: 9, CSL: 7}


@pytest.fixture
def read(workflow):
    def read(text, media_type):
        return workflow.read(Upload(content=text.encode(), filename="list", media_type=media_type))

    return read


@pytest.mark.parametrize("kind", LISTS)
def test_three_formats_give_one_record(read, workflow, kind):
    (document,) = read(LISTS[kind], kind)
    fields = workflow.describe(document).fields
    assert [author.value for author in fields.authors] == ["Ines Calloway", "Border Watch", "José de la Cruz"]
    assert fields.title.value == "Orvania: A Ceasefire That Holds on Paper"
    assert fields.publisher.value == "Harrow Institute for Border Studies"
    assert (fields.publication_date.value.iso, fields.publication_date.value.precision) == (
        "2024-03",
        "month",
    )
    assert fields.accessed.value.iso == "2024-02-20"
    assert fields.url.value == "https://library.example/orvania"
    assert fields.title.span is None
    assert fields.title.locator


@pytest.mark.parametrize("kind", LISTS)
def test_findings_stand_at_their_line_in_the_file(read, workflow, kind):
    (document,) = read(LISTS[kind], kind)
    findings = workflow.check(document, workflow.describe(document)).findings
    assert [(f.code, f.line) for f in findings if f.severity == "error"] == [("CIT012", ACCESSED_LINE[kind])]


def test_each_entry_is_a_document_whose_text_is_its_own(read):
    text = "@misc{a, title={One}}\n\n@misc{b,\n title={Two}}\n"
    documents = read(text, BIBTEX)
    assert [(d.entry, d.text) for d in documents] == [
        ("a", "@misc{a, title={One}}"),
        ("b", "@misc{b,\n title={Two}}"),
    ]
    for document in documents:
        at = document.source_offset(0)
        assert document.source[at : at + len(document.text)] == document.text


def test_what_a_format_leaves_open_stays_open(read, workflow):
    (document,) = read("TY  - RPRT\nTI  - Untitled\nPY  - n.d.\nER  - \n", RIS)
    fields = workflow.describe(document).fields
    assert fields.publication_date is None or fields.publication_date.value.iso is None
    assert fields.publisher is None


BROKEN = {
    (BIBTEX, "@misc{a, title={One}\n@misc{b}"): "not BibTeX: line",
    (BIBTEX, "@misc{a, title=unknown}"): "not BibTeX: line 1",
    (RIS, "AU  - Calloway, Ines\n"): "not RIS: line 1: AU stands outside an entry",
    (RIS, "TY  - RPRT\nTY  - RPRT\n"): "not RIS: line 2: an entry begins before",
    (RIS, "TY  - RPRT\nTI  - A\n"): "not RIS: the entry of line 1 has no ER line",
    (CSL, '[{"id": 1}'): "not CSL-JSON: the list has no end",
    (CSL, '[\n{"id": }]'): "not CSL-JSON: line 2: Expecting value",
    (CSL, "[1]"): "not CSL-JSON: line 1: an item is no object",
    (CSL, "[" * 100_000): "not CSL-JSON: nested too deep",
}


@pytest.mark.parametrize(("kind", "text"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_list_is_one_line_with_its_place(read, kind, text):
    with pytest.raises(UnreadableError) as error:
        read(text, kind)
    assert BROKEN[kind, text] in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("kind", "text"), [(BIBTEX, "% nothing\n"), (RIS, "\n"), (CSL, "[]")])
def test_an_empty_list_says_so(read, kind, text):
    with pytest.raises(NoTextError, match="the list has no entries"):
        read(text, kind)


def test_a_folder_with_reference_lists_is_checked(citebound, tmp_path):
    (tmp_path / "list.bib").write_text(LISTS[BIBTEX])
    done = citebound("check", ".")
    assert done.returncode == 1
    assert "list.bib:10:14: error CIT012" in done.stdout.decode()


@pytest.mark.parametrize(
    ("fields", "iso"),
    [
        ("year = {2021}, month = nov, day = 9", "2021-11-09"),
        ("year = {2021}, month = {11}, day = {9}", "2021-11-09"),
        ("year = {2021}, day = {9}", "2021"),
        ("year = {2021}, month = nov", "2021-11"),
    ],
)
def test_a_bibtex_date_has_all_parts_that_are_there(read, workflow, fields, iso):
    (document,) = read(f"@report{{rook2021, title = {{Salt}}, {fields}}}", BIBTEX)
    assert workflow.describe(document).fields.publication_date.value.iso == iso


@pytest.mark.parametrize(
    ("text", "kind", "tag"),
    [
        ("@report{a, title={Salt}, langid={british}}", BIBTEX, "en-GB"),
        ("@report{a, title={Salt}, langid={ngerman}, language={English}}", BIBTEX, "de"),
        ("@report{a, title={Salt}, language={mostly English}}", BIBTEX, None),
        ("TY  - RPRT\nTI  - Sel\nLA  - Français\nER  - \n", RIS, "fr"),
        ('[{"id": 1, "title": "Sal", "language": "es_mx"}]', CSL, "es-MX"),
    ],
)
def test_the_language_of_an_entry_is_a_tag_or_unknown(read, workflow, text, kind, tag):
    (document,) = read(text, kind)
    language = workflow.describe(document).fields.language
    assert document.language == tag
    assert (language and language.value) == tag

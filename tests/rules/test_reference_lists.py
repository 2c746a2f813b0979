"""Reference lists: each entry is checked by itself and against the ones before it, at its place in the file."""

from __future__ import annotations

import json

import pytest

from citebound.compliance.fixing import apply_fixes
from citebound.model import Finding, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

WORKFLOW = Workflow(Plugins())
CLEAN = """@techreport{pumps,
  author = {Marlow, Ines},
  title = {Pumps for {H}arrow Ford},
  institution = {Estuary Board},
  year = {2019},
  month = may,
  url = {https://estuary.example/pumps},
  urldate = {2019-06-01}
}

@techreport{tents,
  author = {Reed, Tom and Quill, Ada},
  title = {Tents for the Vale},
  institution = {Northgate Institute},
  year = {2018},
  url = {https://northgate.example/2018/tents}
}
"""


def _checked(text: str, media_type: str = "application/x-bibtex") -> list[Finding]:
    documents = WORKFLOW.read(Upload(content=text.encode(), filename="list", media_type=media_type))
    return [
        finding
        for document in documents
        for finding in WORKFLOW.check(document, WORKFLOW.describe(document)).findings
    ]


def test_a_clean_list_has_no_findings():
    assert _checked(CLEAN) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("2018/tents", "2016/11/tents", "CIT017", 16),
        ("{https://northgate.example/2018/tents}", "{https://estuary.example/pumps}", "CIT045", 16),
        ("urldate = {2019-06-01}", "urldate = {2018-06-01}", "CIT012", 8),
        ("{Tents for the Vale}", "{https://northgate.example/2018/tents}", "CIT029", 13),
        ("{Northgate Institute}", "{undefined}", "CIT028", 14),
        ("{Northgate Institute}", "{Refworld}", "CIT023", 14),
        ("{Northgate Institute}", "{ecoi.net}", "CIT023", 14),
        ("Quill, Ada", "{UNHCR Refworld}", "CIT024", 12),
        ("example/2018/tents", "example/ 2018/tents.pdf", "CIT020", 16),
        ("{Northgate Institute}", "{Northgate Institute, London}", "CIT025", 14),
        ("https://northgate.example", "http://http://northgate.example", "CIT034", 16),
        ("2018/tents", "", "CIT035", 16),
        ("Quill, Ada", "Reed, Tom", "CIT038", 12),
    ],
)
def test_a_defect_is_found_once_at_its_line(old: str, new: str, code: str, line: int):
    assert CLEAN.count(old) == 1
    assert [(each.code, each.line) for each in _checked(CLEAN.replace(old, new))] == [(code, line)]


def test_one_address_cited_alike_twice_is_no_defect():
    second = CLEAN[: CLEAN.index("@techreport{tents")].replace("{pumps,", "{again,")
    assert _checked(CLEAN + second) == []


@pytest.mark.parametrize(
    "media_type", ["application/x-bibtex", "application/json", "application/x-research-info-systems"]
)
def test_a_fix_changes_the_entry_and_nothing_else(media_type: str):
    texts = {
        "application/x-bibtex": CLEAN,
        "application/json": '[{"id": "a", "type": "report", "title": "Tents for the Vale",\n'
        ' "publisher": "Estuary Board", "issued": {"date-parts": [[2018]]}, "URL": "https://northgate.example/2018/tents"}]\n',
        "application/x-research-info-systems": "TY  - RPRT\nTI  - Tents for the Vale\nPB  - Estuary Board\nPY  - 2018\n"
        "UR  - https://northgate.example/2018/tents\nER  - \n",
    }
    clean = texts[media_type]
    broken = clean.replace("2018/tents", "2018/tents?utm_source=letter")
    findings = _checked(broken, media_type)
    assert [each.code for each in findings] == ["CIT047"]
    assert apply_fixes(broken, findings).text == clean


def test_an_article_needs_no_publisher_beside_its_journal():
    entry = "@article{a, author = {Reed, Tom}, title = {Tents for the Vale}, journal = {Vale Review}, year = 2018}\n"
    assert _checked(entry) == []
    assert [each.code for each in _checked(entry.replace(" journal = {Vale Review},", ""))] == ["CIT001"]


def test_an_organisation_that_is_the_only_author_needs_no_publisher():
    entry = "@online{a, author = {{UNHCR}}, title = {Tents for the Vale}, date = {2022-05-31}}\n"
    assert _checked(entry) == []
    assert [each.code for each in _checked(entry.replace("{{UNHCR}}", "{Reed, Tom}"))] == ["CIT001"]


def test_an_address_and_a_date_of_access_in_words_are_read():
    entry = (
        "@misc{a, author = {Reed, Tom}, title = {Tents for the Vale}, publisher = {Northgate Institute}, year = 2018,\n"
        "howpublished = {\\url{https://northgate.example/tents?utm_source=x}},\nnote = {Accessed: 2017-06-01}}\n"
    )
    assert [(each.code, each.line) for each in _checked(entry)] == [("CIT047", 2), ("CIT012", 3)]


def test_two_years_of_publication_in_one_entry_contradict_each_other():
    text = "TY  - RPRT\nTI  - Tents for the Vale\nPB  - Northgate Institute\nPY  - 2018\nDA  - 2019/02/26\nER  - \n"
    found = _checked(text, "application/x-research-info-systems")
    assert [(each.code, each.line, each.message) for each in found] == [
        ("CIT040", 4, "PY says 2018, DA 2019/02/26.")
    ]
    assert _checked(text.replace("2018", "2019"), "application/x-research-info-systems") == []


def test_a_title_that_is_the_entry_s_own_address_is_one_defect():
    url = "https://northgate.example/2018/tents"
    entry = {"id": "a", "type": "report", "title": url, "publisher": "Board", "URL": url}
    text = json.dumps([entry | {"issued": {"date-parts": [[2018]]}}])
    assert [each.code for each in _checked(text, "application/json")] == ["CIT029"]


def test_a_fix_that_would_need_the_syntax_of_the_list_is_not_offered():
    broken = CLEAN.replace("Tents for the Vale", "Tents &amp; Pumps for the Vale")
    assert [(each.code, each.fix) for each in _checked(broken)] == [("CIT030", None)]


def test_an_impossible_date_of_ris_is_told_at_its_line():
    text = "TY  - RPRT\nTI  - Tents for the Vale\nPB  - Northgate Institute\nPY  - 2021/13/09/\nER  - \n"
    found = _checked(text, "application/x-research-info-systems")
    assert [(each.code, each.line) for each in found if each.severity == "error"] == [("CIT013", 4)]


@pytest.mark.parametrize("blank", [" ", "\n ", "\n\n"])
def test_one_address_with_two_titles_is_found_in_any_layout_of_json(blank: str):
    entries = [
        f'{{"id": "{key}", "type": "report", "title": "{title}",{blank}"issued": {{"date-parts": [[2018, 5, 8]]}},'
        ' "publisher": "Estuary Board", "URL": "https://northgate.example/2018/tents"}'
        for key, title in (("a", "Tents for the Vale"), ("b", "Pumps for Harrow Ford"))
    ]
    found = _checked(f"[{f',{blank}'.join(entries)}]", "application/json")
    assert [each.code for each in found] == ["CIT045"]

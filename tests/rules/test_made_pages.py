"""Clean pages made at random of difficult parts: titles with commas, dates and brackets, long names, all precisions."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citebound.configuration import Configuration
from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

WORKFLOW = Workflow(Plugins(), Configuration(profile="refworld", ignore=("SRC005", "ATT004")))
TITLES = [
    "Vale: Flood Aid Falls Short",
    "Vale: Whether tents, pumps, and boats were delivered (2016-May 2018); reports of theft",
    "“We Were Promised Six”: The Pumps of Harrow Ford",
    "Report of 5 March 2011 on Events in the Vale, the Estuary and Beyond",
    "2018 Country Reports on Dykes: Vale",
    "Annual Report 2016/17 - Vale",
    "Who Keeps the Dykes?",
    "Case of Quill v. Relief Board, Application no. 4455/12",
    "Vale: Act No. 7 of 1998, The Dykes Act",
    "N.N. (risk - flood) Vale CG [2017] UKUT 00123 (IAC)",
    "Freedom on the Rivers 2017 – Vale",
    "Vale's “Third Way”, Its Friends & Its Foes [amended]",
    "Tenir la digue : rapport de mission, 3-12 avril 2015",
]
PUBLISHERS = [
    "Northgate Institute", "UN Human Rights Council", "Harbour Watch International",
    "Immigration and Refugee Board of Canada",
    "United States Department of State", "International Flood Group (IFG)",
    "Vale: Ministry of Works, Dykes and Bridges",
    "European Union: European Estuary Support Office (EESO)", "Estuary Policy Centre", "The Lakeshore Trust",
]  # fmt: skip
AUTHORS = [
    "",
    "Ines Marlow",
    "Inês Marlow and Tom Reed",
    "Marlow, Ines",
    "Ada Quill; Tom Reed",
    "Juan Ag Ghadir",
]
DATES = ["3 May 2019", "22 February 2017", "May 2018", "2016", "31 December 2015", "29 February 2016"]
SYMBOLS = [
    "",
    "VAL104210.E",
    "A/HRC/31/66",
    "Northgate Brief Volume: 4 Issue: 12",
    "AFR 37/001/2017",
    "Asia Report N°297",
]
DISCLAIMER = (
    "This is not a UNHCR publication. UNHCR is not responsible for, nor does it necessarily endorse, its content. "
    "Any views expressed are solely those of the author or publisher and do not necessarily reflect those of UNHCR, "
    "the United Nations or its Member States."
)
LABELS = ["Disclaimer ", "Disclaimer: ", "Disclaimer\t", "Disclaimer", "Disclaimer\xa0"]
BODY = (
    "The Lower Vale Council said on April 12 that only a third of the tents had arrived (Vale Courier, April 14).\n\n"
    "Rain fell until the end of the month, and the council has asked for pumps.\n"
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    title, publisher = draw(st.sampled_from(TITLES)), draw(st.sampled_from(PUBLISHERS))
    author, date, symbol = (
        draw(st.sampled_from(AUTHORS)),
        draw(st.sampled_from(DATES)),
        draw(st.sampled_from(SYMBOLS)),
    )
    named = author if draw(st.booleans()) else ""
    parts = [part for part in (publisher, named, title, date, symbol) if part]
    end = draw(st.sampled_from(["", "."]))
    url = f"https://www.refworld.org/docid/6{draw(st.integers(0x1000000, 0xFFFFFFF)):07x}4.html"
    head = [
        "",
        title,
        "",
        f"Publisher {publisher}",
        *([f"Author {author}"] if author else []),
        f"Publication Date {date}",
    ]
    head += ["Country Malta"] * draw(st.booleans()) + [f"Citation / Document Symbol {symbol}"] * bool(symbol)
    head += [f"Cite as {', '.join(parts)}, available at: {url} [accessed 7 June 2023]{end}"]
    head += [f"{draw(st.sampled_from(LABELS))}{DISCLAIMER}"]
    first = draw(st.sampled_from(["", "Last Updated: Monday, 6 June 2023, 09:12 GMT\n"]))
    return first + "\n".join(head) + "\n\n" + BODY


@settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(pages())
def test_a_made_page_has_no_error_and_no_false_warning(text: str):
    (document,) = WORKFLOW.read(Upload(content=text.encode(), filename="p.txt", media_type="text/plain"))
    findings = WORKFLOW.check(document, WORKFLOW.describe(document)).findings
    wrong = [
        f"{each.code} {each.message}"
        for each in findings
        if each.severity == "error" or (each.severity == "warning" and each.code not in ("CIT004", "CIT052"))
    ]
    assert not wrong, text

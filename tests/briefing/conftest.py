"""An invented report and the briefings made of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from citebound.model import (
    Actor,
    Alias,
    Briefing,
    Casualties,
    ChainLink,
    Citation,
    Claim,
    ClaimSource,
    Component,
    Date,
    DocumentIdentity,
    DocumentText,
    Event,
    Extraction,
    Extractor,
    Field,
    Fields,
    Finding,
    Hedge,
    Profile,
    Role,
    SourceRecord,
    Span,
    SummarySentence,
)

TITLE = "Velia: River Front Splits over Harbour Talks"
DISCLAIMER = (
    "This is not a publication of the Harbour Library. The Library is not responsible for, nor does it "
    "necessarily endorse, its content."
)
NOTICE = "© 2019 Meridian Institute"
BODY = [
    "An attack on the customs house of Port Sarne that killed four guards was claimed by the River Front (RF) "
    "on 3 May, according to Radio Velia (Radio Velia, May 4; Sarne Post, May 5).",
    "“We hold the harbour and we will not leave it,” said Colonel Amna Derou, the governor of Port Sarne.",
    "The RF's spokesman Ilya Maren denied that the group had any part in the attack (Sarne Post, May 6).",
    "Residents reportedly fled to the hills on 7 May.",
    "The split may weaken the RF before the talks, and it gives the coastal traders a voice that they lacked.",
    "Maren announced on 9 May that talks would begin within a week (Radio Velia, May 9).",
    "The institute has warned of such a split before (see Meridian Notes, April 12).",
    "Traders in Port Sarne expect the harbour to stay closed until June.",
]
TEXT = f"{TITLE}\n\n{DISCLAIMER}\n\n" + "\n\n".join(BODY) + f"\n\n{NOTICE}\n"


class Report:
    """A text, and spans of its words."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text, self.language = text, language
        self.sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after) if after else 0)
        return Span(start, start + len(words), words)

    def field(self, value: object, raw: str | None = None) -> Field:
        words = raw or str(value)
        found = words in self.text
        return Field(value, words, self.span(words) if found else None, None if found else "profile")

    def record(self, **fields: object) -> SourceRecord:
        identity = DocumentIdentity(
            sha256=self.sha256, media_type="text/plain", bytes=len(self.text), filename="velia.txt",
            language=self.language,
        )  # fmt: skip
        return SourceRecord(document=identity, profile="library", fields=Fields(**fields))

    def extraction(self, **items: object) -> Extraction:
        document = DocumentText(
            sha256=self.sha256, media_type="text/plain", language=self.language, text=self.text
        )
        return Extraction(document=document, extractor=Extractor(name="citebound", version="1"), **items)


PROFILE = Profile(name="library", title="Harbour Library", republisher="Harbour Library")


def day(raw: str, iso: str) -> Date:
    return Date(raw=raw, iso=iso, precision="day")


def _fields(report: Report) -> dict[str, object]:
    return {
        "title": report.field(TITLE),
        "authors": (report.field("Lena Orvik"), report.field("Tomas Bale")),
        "publisher": report.field("Meridian Institute"),
        "republisher": report.field("Harbour Library"),
        "publication_date": report.field(day("2019-05-20", "2019-05-20"), "20 May 2019"),
        "accessed": report.field(day("2020-02-01", "2020-02-01"), "1 February 2020"),
        "symbol": report.field("Meridian Notes 7/2019"),
        "url": report.field("https://library.example/velia?id=42"),
        "disclaimer": report.field(DISCLAIMER),
        "copyright_notice": report.field(NOTICE),
    }


def _actors(report: Report) -> tuple[Actor, ...]:
    front = Actor(
        id="A1", name="River Front", type="armed-group", rule="test", salience=1.0,
        aliases=(Alias(form="RF", kind="acronym", span=report.span("RF")),),
        mentions=(report.span("River Front", "claimed by"), report.span("RF", "RF's"), report.span("RF", "weaken")),
    )  # fmt: skip
    derou = Actor(
        id="A2", name="Amna Derou", type="official", rule="test", salience=0.6,
        roles=(Role(title="governor of Port Sarne", of=None, span=report.span("governor of Port Sarne")),),
        mentions=(report.span("Amna Derou"),),
    )  # fmt: skip
    maren = Actor(
        id="A3", name="Ilya Maren", type="person", rule="test", salience=0.7,
        roles=(Role(title="spokesman", of="A1", span=report.span("spokesman")),),
        aliases=(Alias(form="Maren", kind="short-name", span=report.span("Maren", "Maren announced")),),
        mentions=(report.span("Ilya Maren"), report.span("Maren", "Maren announced")),
    )  # fmt: skip
    return front, derou, maren


def _citations(report: Report) -> tuple[Citation, ...]:
    def cite(number: int, words: str, sentence: int, kind: str, origin: str | None = None) -> Citation:
        outlet, _, date = words.removeprefix("see ").rpartition(", ")
        resolved = day(date, f"2019-{'05' if date.startswith('May') else '04'}-{int(date.split()[1]):02}")
        return Citation(
            id=f"R{number}", outlet=outlet, date=resolved, kind=kind, span=report.span(words),
            sentence=report.span(BODY[sentence]), origin=origin, rule="test",
        )  # fmt: skip

    return (
        cite(1, "Radio Velia, May 4", 0, "source", "Radio Velia"),
        cite(2, "Sarne Post, May 5", 0, "source", "Radio Velia"),
        cite(3, "Sarne Post, May 6", 2, "source"),
        cite(4, "Radio Velia, May 9", 5, "source"),
        cite(5, "see Meridian Notes, April 12", 6, "self"),
    )


def _claims(report: Report) -> tuple[Claim, ...]:
    responsibility = Claim(
        id="C1", sentence=report.span(BODY[0]), kind="claim-responsibility", rule="test",
        source=ClaimSource(actor="A1", span=report.span("the River Front")), cue=report.span("claimed"),
        content=(report.span("An attack on the customs house of Port Sarne that killed four guards"),),
        when=day("3 May", "2019-05-03"), citations=("R1", "R2"), contested_by=("C3",),
        chain=(
            ChainLink(name="River Front", actor="A1", citation=None, step=0),
            ChainLink(name="Radio Velia", actor=None, citation="R1", step=1),
            ChainLink(name="Sarne Post", actor=None, citation="R2", step=2),
        ),
    )  # fmt: skip
    quote = Claim(
        id="C2", sentence=report.span(BODY[1]), kind="say", rule="test", quotation="direct",
        source=ClaimSource(actor="A2", span=report.span("Colonel Amna Derou")), cue=report.span("said"),
        content=(report.span("We hold the harbour and we will not leave it,"),),
    )  # fmt: skip
    denial = Claim(
        id="C3", sentence=report.span(BODY[2]), kind="deny", rule="test",
        source=ClaimSource(actor="A3", span=report.span("Ilya Maren")), cue=report.span("denied"),
        content=(report.span("the group had any part in the attack"),), citations=("R3",), contested_by=("C1",),
    )  # fmt: skip
    rumour = Claim(
        id="C4", sentence=report.span(BODY[3]), kind="report", rule="test", cue=report.span("reportedly"),
        content=(report.span("Residents reportedly fled to the hills on 7 May"),),
        hedges=(report.span("reportedly"),), source=ClaimSource(span=report.span("Residents")),
    )  # fmt: skip
    announcement = Claim(
        id="C5", sentence=report.span(BODY[5]), kind="announce", rule="test",
        source=ClaimSource(actor="A3", span=report.span("Maren", "Maren announced")),
        cue=report.span("announced"), content=(report.span("talks would begin within a week"),),
        when=day("9 May", "2019-05-09"), citations=("R4",),
    )  # fmt: skip
    return responsibility, quote, denial, rumour, announcement


def finding(code: str, severity: str, message: str, **more: object) -> Finding:
    return Finding(
        code=code, name=code.lower(), severity=severity, message=message, path="velia.txt",
        fingerprint=code, **more,
    )  # fmt: skip


@pytest.fixture(scope="session")
def report() -> Report:
    return Report(TEXT)


@pytest.fixture(scope="session")
def briefing(report: Report) -> Briefing:
    attack = Event(
        id="E1", mentions=(report.span("attack on the customs house"),), type="attack", rule="test",
        when=day("3 May", "2019-05-03"), where=report.span("Port Sarne"), actors=("A1",),
        casualties=Casualties(killed=4), claims=("C1", "C3"),
    )  # fmt: skip
    flight = Event(
        id="E2", mentions=(report.span("fled to the hills"),), type="flight", when=day("7 May", "2019-05-07"),
        rule="test", claims=("C4",),
    )  # fmt: skip
    extraction = report.extraction(
        actors=_actors(report), claims=_claims(report), citations=_citations(report), events=(attack, flight),
        hedges=(Hedge(span=report.span("reportedly"), sentence=report.span(BODY[3]), claim="C4", rule="test"),),
        summary=tuple(
            SummarySentence(span=report.span(BODY[at]), claims=claims, rule="test")
            for at, claims in ((0, ("C1",)), (4, ()), (2, ("C3",)), (5, ("C5",)), (7, ()))
        ),
    )  # fmt: skip
    return Briefing(
        record=report.record(**_fields(report)), profile=PROFILE, extraction=extraction,
        findings=(
            finding("CIT004", "error", "The cite-as line leaves out the author Tomas Bale.", line=3),
            finding("CPY001", "info", "The copyright notice has the year of the report."),
        ),
        components=(Component(name="citebound", version="0.1.0"), Component(name="rules", version="3")),
    )  # fmt: skip


@pytest.fixture(scope="session")
def template() -> Path:
    import citebound_templates

    return Path(citebound_templates.__file__).parent / "briefing"

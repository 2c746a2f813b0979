"""An extraction with everything that an export must tell apart: plain, hedged, negated, contested, anonymous."""

import pytest

TEXT = (
    "The Korvan Front is part of the Eastern League. Its chief Ilan Dorr leads the Korvan Front. "
    "The Korvan Front claimed the raid on Tessel in a statement to Radio Tessel (Tessel Post, March 3). "
    "The League denied the raid. Residents said the Front may have split from the League. "
    "Nobody has claimed the fire. Two people died in the fire on March 2."
)


@pytest.fixture(scope="session")
def text():
    return TEXT


@pytest.fixture(scope="session")
def extraction():
    """Made by hand: what an export does may not hang on what the extractor finds today."""
    from citebound.identifiers import renumbered
    from citebound.model import (
        Actor,
        Alias,
        Casualties,
        ChainLink,
        Citation,
        Claim,
        ClaimSource,
        Date,
        DatedWords,
        Document,
        DocumentText,
        Event,
        Extraction,
        Extractor,
        Hedge,
        Relation,
        Role,
        SummarySentence,
    )

    document = Document(text=TEXT, sha256="ab" * 32, media_type="text/html", bytes=9, language="en")

    def at(words, after=""):
        start = TEXT.index(words, TEXT.index(after) if after else 0)
        return document.span(start, start + len(words))

    def date(kind, **more):
        return kind(raw="March 2", iso="2021-03-02", precision="day", span=at("March 2"), **more)

    front, league, dorr, radio = (
        Actor(
            id="front",
            name="Korvan Front",
            type="armed-group",
            mentions=(at("Korvan Front"), at("Korvan Front", "leads"), at("Front", "said the")),
            aliases=(Alias(form="Front", kind="short-name", span=at("Front", "said the")),),
            relations=(
                Relation(type="part-of", target="league", span=at("is part of")),
                Relation(type="split-from", target="league", span=at("split from")),
            ),
            rule="actors.test",
        ),
        Actor(
            id="league",
            name="Eastern League",
            type="organisation",
            mentions=(at("Eastern League"), at("League", "(Tessel")),
            rule="actors.test",
        ),
        Actor(
            id="dorr",
            name="Ilan Dorr",
            type="person",
            mentions=(at("Ilan Dorr"),),
            roles=(Role(title="chief", of="front", span=at("chief")),),
            relations=(Relation(type="leads", target="front", span=at("leads")),),
            rule="actors.test",
        ),
        Actor(
            id="radio", name="Radio Tessel", type="media", mentions=(at("Radio Tessel"),), rule="actors.test"
        ),
    )
    claimed = at(
        "The Korvan Front claimed the raid on Tessel in a statement to Radio Tessel (Tessel Post, March 3)."
    )
    residents = at("Residents said the Front may have split from the League.")
    fire = at("Two people died in the fire on March 2.")
    claims = (
        Claim(
            id="raid",
            sentence=claimed,
            kind="claim-responsibility",
            source=ClaimSource(actor="front", span=at("The Korvan Front", "Dorr")),
            cue=at("claimed"),
            content=(at("the raid on Tessel"),),
            subjects=("front",),
            chain=(
                ChainLink(name="Korvan Front", actor="front", citation=None, step=0),
                ChainLink(name="Radio Tessel", actor="radio", citation=None, step=1),
                ChainLink(name="Tessel Post", actor=None, citation="post", step=2),
            ),
            citations=("post",),
            rule="claims.test",
        ),
        Claim(
            id="denial",
            sentence=at("The League denied the raid."),
            kind="deny",
            source=ClaimSource(actor="league", span=at("The League", "March 3")),
            cue=at("denied"),
            content=(at("the raid", "denied"),),
            rule="claims.test",
        ),
        Claim(
            id="split",
            sentence=residents,
            kind="say",
            source=ClaimSource(span=at("Residents")),
            cue=at("said"),
            content=(at("the Front may have split from the League"),),
            hedges=(at("may"),),
            subjects=("front",),
            contested_by=("denial",),
            rule="claims.test",
        ),
        Claim(
            id="nobody",
            sentence=at("Nobody has claimed the fire."),
            kind="claim-responsibility",
            cue=at("claimed", "Nobody"),
            negated=True,
            rule="claims.test",
        ),
    )
    return renumbered(
        Extraction(
            document=DocumentText(sha256=document.sha256, media_type="text/html", language="en", text=TEXT),
            actors=(front, league, dorr, radio),
            claims=claims,
            citations=(
                Citation(
                    id="post",
                    outlet="Tessel Post",
                    date=None,
                    kind="source",
                    span=at("Tessel Post, March 3"),
                    sentence=claimed,
                    rule="citations.test",
                ),
            ),
            events=(
                Event(
                    id="fire",
                    mentions=(at("the fire", "died"),),
                    type="fire",
                    when=date(Date),
                    casualties=Casualties(killed=2),
                    claims=("nobody",),
                    rule="events.test",
                ),
            ),
            dates=(date(DatedWords, rule="dates.test"),),
            hedges=(Hedge(span=at("may"), sentence=residents, claim="split", rule="hedges.test"),),
            summary=(SummarySentence(span=fire, rule="summary.test"),),
            extractor=Extractor(name="citebound", version="0"),
        )
    )


@pytest.fixture(scope="session")
def exported(extraction):
    """Writes the extraction, or another one, in a format; skips where its library is not installed."""
    from citebound.formats import OutputContext
    from citebound_hooks.exports import citebound_formats

    needs = {"stix": "stix2", "prov": "prov"}

    def write(name, value=extraction):
        if name in needs:
            pytest.importorskip(needs[name], reason="needs the extra citebound[exports]")
        form = next(form for form in citebound_formats() if form.name == name)
        return form.write(value, OutputContext())

    return write

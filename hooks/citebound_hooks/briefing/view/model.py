"""The view of a briefing: what a template may print. Values only, no words of ours."""

from __future__ import annotations

from citebound.ai_use import AiUse
from citebound.model import Date, Handling, ReusePolicy
from citebound_hooks.briefing.view.figures import AttributionChain, Timeline
from citebound_hooks.briefing.view.values import Speaker, ViewValue


class KeySentence(ViewValue, frozen=True, kw_only=True):
    """A sentence of the summary.

    Attributes:
        text: The source's words.
        number: Its number in the annex.
        own: True if the source says it in its own voice: nobody is quoted in it and nobody cited.
        speakers: Who is quoted in it.
    """

    text: str
    number: int
    own: bool
    speakers: tuple[Speaker, ...]


class Origin(ViewValue, frozen=True, kw_only=True):
    """An independent origin, and the outlets that carried it."""

    name: str
    outlets: tuple[str, ...]


class Sources(ViewValue, frozen=True, kw_only=True):
    """What the report rests on.

    Attributes:
        citations: How many source citations stand in the text, self-citations apart.
        outlets: How many different outlets they name.
        origins: The independent origins: outlets that relay one statement are one.
        selves: How many citations point to the publisher's own work.
        anonymous: How many claims have a speaker without a name.
        claims: How many claims there are.
        unknown: The fields of the record that the page does not give, of those a reader would look for.
    """

    citations: int
    outlets: int
    origins: tuple[Origin, ...]
    selves: int
    anonymous: int
    claims: int
    unknown: tuple[str, ...]


class Name(ViewValue, frozen=True, kw_only=True):
    """Another form of a name, or a title, and what it is."""

    form: str
    kind: str


class ActorRow(ViewValue, frozen=True, kw_only=True):
    """An actor.

    Attributes:
        aliases: Other forms, the first few.
        more_aliases: How many others there are.
        roles: Titles and offices, each with the name of the body, if told.
        number: The first sentence of the annex that names it; None if no quoted sentence does.
    """

    id: str
    name: str
    type: str
    aliases: tuple[Name, ...]
    more_aliases: int
    roles: tuple[Name, ...]
    more_roles: int
    mentions: int
    number: int | None


class ClaimRow(ViewValue, frozen=True, kw_only=True):
    """A claim.

    Attributes:
        speaker: Who says it; None if the source does not tell.
        chain: Who carried it, step by step; parallel relays share a step.
        cue: The reporting words.
        quote: What is said, in the source's words; interrupted parts are apart.
        hedges: The words that lower certainty.
        contested_by: Ids of the claims against it.
    """

    id: str
    kind: str
    speaker: Speaker | None
    chain: tuple[tuple[str, ...], ...]
    cue: str | None
    quote: tuple[str, ...]
    quotation: str
    hedges: tuple[str, ...]
    negated: bool
    when: Date | None
    number: int
    page: int | None
    contested_by: tuple[str, ...]


class DatedRow(ViewValue, frozen=True, kw_only=True):
    """What a sentence says of one date: events, or a saying.

    Attributes:
        words: The sentence.
        types: Of its events; none for a saying.
        saying: For a saying: the kind of claim.
        ahead: Whether the date lies behind the publication of the report: planned, promised or feared, not seen.
    """

    date: Date
    id: str
    types: tuple[str, ...]
    words: str
    where: str | None
    killed: int | None
    injured: int | None
    number: int
    saying: str | None = None
    ahead: bool = False


class Contest(ViewValue, frozen=True, kw_only=True):
    """A claim and one against it."""

    claim: ClaimRow
    against: ClaimRow


class FindingRow(ViewValue, frozen=True, kw_only=True):
    """A finding of the compliance check; `reason` is why the desk suppressed it, if it did and says so."""

    code: str
    name: str
    severity: str
    message: str
    field: str | None
    line: int | None
    status: str
    reason: str | None = None


class FieldRow(ViewValue, frozen=True, kw_only=True):
    """A field of the source record.

    Attributes:
        key: The field.
        value: What it is, as text; dates apart.
        date: The date, for dates.
        raw: The words of the page, where they differ from the value.
        start: Offset of the words in the text; None where only markup or the desk says so.
        locator: Where it stands in the markup.
        known: True if the page does not state it, but the profile of its source.
        supplied: True if the desk supplied it.
        page_value: What the page itself says, where the desk corrected it.
    """

    key: str
    value: str | None
    date: Date | None = None
    raw: str | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None
    locator: str | None = None
    known: bool = False
    supplied: bool = False
    page_value: str | None = None
    address: bool = False


class Use(ViewValue, frozen=True, kw_only=True):
    """Where the briefing quotes a sentence: the anchor there, and what to call the place."""

    anchor: str
    label: str


class QuotedSentence(ViewValue, frozen=True, kw_only=True):
    """A sentence of the annex, with its number and its place in the source.

    Attributes:
        opens: True if a paragraph of the source begins with it.
    """

    number: int
    text: str
    start: int
    end: int
    page: int | None
    uses: tuple[Use, ...]
    opens: bool = False


class View(ViewValue, frozen=True, kw_only=True):
    """A whole briefing, as a template prints it. What is not known is None."""

    title: str | None
    filename: str | None
    authors: tuple[str, ...]
    publisher: str | None
    republisher: str | None
    profile: str
    profile_digest: str
    published: Date | None
    accessed: Date | None
    symbol: str | None
    url: str | None
    language: str | None
    disclaimer: str | None
    bottom_line: tuple[KeySentence, ...]
    key_points: tuple[KeySentence, ...]
    sources: Sources
    actors: tuple[ActorRow, ...]
    claims: tuple[ClaimRow, ...]
    chain: AttributionChain | None
    chronology: tuple[DatedRow, ...]
    timeline: Timeline | None
    contested: tuple[Contest, ...]
    findings: tuple[FindingRow, ...]
    suppressed: tuple[FindingRow, ...]
    record: tuple[FieldRow, ...]
    missing: tuple[str, ...]
    sha256: str
    media_type: str
    bytes: int
    components: tuple[tuple[str, str], ...] = ()
    supplied: tuple[tuple[str, str, str], ...] = ()
    decisions: tuple[tuple[str, str, str], ...] = ()
    incomplete: tuple[tuple[str, str, str], ...] = ()
    sentences: tuple[QuotedSentence, ...] = ()
    ai: tuple[AiUse, ...] = ()
    handling: Handling = Handling()
    appended: ReusePolicy = "excerpts"
    pdf_address: str | None = None

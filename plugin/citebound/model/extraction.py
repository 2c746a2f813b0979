"""An extraction (`citebound/extraction/1`): who said what, when it happened, and what the text cites for it."""

from __future__ import annotations

from typing import Literal

import msgspec

from citebound.model.actor import Actor
from citebound.model.claim import Claim
from citebound.model.date import Date
from citebound.model.incomplete import Incomplete
from citebound.model.span import Span
from citebound.model.value import Value

CitationKind = Literal["source", "see-also", "self"]


class Citation(Value, frozen=True, kw_only=True):
    """An inline source citation, one for each outlet and date.

    Attributes:
        id: `R1` …, given by the host in the order of the text.
        outlet: The outlet's name as printed, without notes such as `[Arabic]`.
        date: The date of the item cited; None where none is printed.
        span: The one segment, without brackets and semicolons.
        sentence: The sentence that it stands in or closes.
        origin: The nearest common origin that the text declares for it, else None.
    """

    id: str
    outlet: str
    date: Date | None
    kind: CitationKind
    span: Span
    sentence: Span
    origin: str | None = None
    rule: str


class Casualties(Value, frozen=True, kw_only=True):
    """Numbers that the text states; None where it states none."""

    killed: int | None = None
    injured: int | None = None


class Event(Value, frozen=True, kw_only=True):
    """What happened, when and where.

    Attributes:
        id: `E1` …, given by the host in the order of the text.
        type: `attack`, `kidnapping`, `merger`, `meeting` …: a word of the lexicon.
        sentence: The sentence of the first mention; None where whoever found the event does not say.
        actors: Ids of the actors in it.
        claims: Ids of the claims that speak of it.
    """

    id: str
    mentions: tuple[Span, ...]
    type: str
    sentence: Span | None = None
    when: Date | None = None
    where: Span | None = None
    actors: tuple[str, ...] = ()
    casualties: Casualties | None = None
    claims: tuple[str, ...] = ()
    rule: str


class Hedge(Value, frozen=True, kw_only=True):
    """A word that lowers certainty, its sentence, and the claim that it belongs to, if any."""

    span: Span
    sentence: Span
    claim: str | None = None
    rule: str


class SummarySentence(Value, frozen=True, kw_only=True):
    """A sentence of the source, word for word, and the claims in it."""

    span: Span
    claims: tuple[str, ...] = ()
    rule: str


class DatedWords(Date, frozen=True, kw_only=True):
    """A date found in the text, and the rule that found it."""

    rule: str

    @property
    def date(self) -> Date:
        """The date alone."""
        return Date(
            raw=self.raw, iso=self.iso, iso_end=self.iso_end, precision=self.precision, span=self.span
        )


class Masked(Value, frozen=True, kw_only=True):
    """How the text of an extraction is masked: where the source may not go along whole, only quoted words do.

    Each character that stands in no span of the extraction is a mark; ends of lines stay. So all offsets count in the
    source as in the masked text.

    Attributes:
        mark: The one character that stands for any other.
        sha256: Of the text before it was masked, in UTF-8; with the source one can tell whether it is that text.
        kept: What is kept beside the words of the items: fields of the record, findings, marks of redaction.
    """

    mark: str
    sha256: str
    kept: tuple[Span, ...] = ()


class DocumentText(Value, frozen=True, kw_only=True):
    """Which text the spans of an extraction count in.

    Attributes:
        sha256: Of the bytes that it was read from.
        masked: How it is masked; unset where it stands whole.
    """

    sha256: str
    media_type: str
    language: str | None
    text: str
    masked: Masked | msgspec.UnsetType = msgspec.UNSET


class Extractor(Value, frozen=True, kw_only=True):
    """The program that made an extraction."""

    name: str
    version: str


class ModelUse(Value, frozen=True, kw_only=True):
    """What a language model or a statistical pipeline did for one layer.

    Attributes:
        rule: The rule that its items bear: a word of the plugin's own, a dot and its name (`llm.<model>`).
        kind: A language model, or a statistical pipeline.
        layer: The layer that it was asked for.
        proposed: How many items it proposed.
        dropped: How many of them were not used, by reason (`not word for word in the source` …).
    """

    rule: str
    kind: Literal["model", "pipeline"] = "model"
    layer: str
    proposed: int
    dropped: dict[str, int] = {}


class Extraction(Value, frozen=True, kw_only=True):
    """Actors, claims, citations, events, dates, hedges and a summary, all anchored to the source's words."""

    schema: Literal["citebound/extraction/1"] = "citebound/extraction/1"
    document: DocumentText
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[DatedWords, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    models: tuple[ModelUse, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    extractor: Extractor

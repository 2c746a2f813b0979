"""The values that the steps pass on, in the order in which a document gets them."""

from citebound.model.briefing import Briefing, Component
from citebound.model.date import Date, Precision
from citebound.model.decision import Action, Anchor, Decision, Decisions, SuppliedField
from citebound.model.document import Block, BlockKind, Document, Metadatum, SourceSegment, Upload
from citebound.model.extraction import (
    Actor,
    ActorType,
    Alias,
    AliasKind,
    Casualties,
    ChainLink,
    Citation,
    CitationKind,
    Claim,
    ClaimKind,
    ClaimSource,
    DatedWords,
    DocumentText,
    Event,
    Extraction,
    Extractor,
    Hedge,
    Quotation,
    Relation,
    RelationType,
    Role,
    SummarySentence,
)
from citebound.model.finding import Edit, Finding, Findings, FindingsSummary, Fix, Severity, Status
from citebound.model.finished import FinishedBriefing, Provenance
from citebound.model.incomplete import Incomplete
from citebound.model.profile import CiteAs, DisclaimerText, Evidence, Profile, Reuse, ReusePolicy
from citebound.model.record import DocumentIdentity, Field, Fields, SourceRecord
from citebound.model.span import Span
from citebound.model.suppression import Suppression
from citebound.model.value import Value

__all__ = [
    "Action",
    "Actor",
    "ActorType",
    "Alias",
    "AliasKind",
    "Anchor",
    "Block",
    "BlockKind",
    "Briefing",
    "Casualties",
    "ChainLink",
    "Citation",
    "CitationKind",
    "CiteAs",
    "Claim",
    "ClaimKind",
    "ClaimSource",
    "Component",
    "Date",
    "DatedWords",
    "Decision",
    "Decisions",
    "DisclaimerText",
    "Document",
    "DocumentIdentity",
    "DocumentText",
    "Edit",
    "Event",
    "Evidence",
    "Extraction",
    "Extractor",
    "Field",
    "Fields",
    "Finding",
    "Findings",
    "FindingsSummary", "FinishedBriefing",
    "Fix",
    "Hedge",
    "Incomplete",
    "Metadatum",
    "Precision",
    "Profile", "Provenance",
    "Quotation",
    "Relation",
    "RelationType",
    "Reuse",
    "ReusePolicy",
    "Role",
    "Severity",
    "SourceRecord",
    "SourceSegment",
    "Span",
    "Status",
    "SummarySentence",
    "SuppliedField", "Suppression",
    "Upload",
    "Value",
]  # fmt: skip

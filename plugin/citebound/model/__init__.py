"""The values that the steps pass on, in the order in which a document gets them."""

from citebound.model.actor import Actor, ActorType, Alias, AliasKind, Relation, RelationType, Role
from citebound.model.briefing import Briefing, Component, Original
from citebound.model.claim import ChainLink, Claim, ClaimKind, ClaimSource, Quotation
from citebound.model.date import Date, Precision
from citebound.model.decision import Action, Anchor, Decision, Decisions, Redactions, SuppliedField
from citebound.model.document import Block, BlockKind, Document, Metadatum, SourceSegment, Upload
from citebound.model.extraction import (
    Casualties,
    Citation,
    CitationKind,
    DatedWords,
    DocumentText,
    Event,
    Extraction,
    Extractor,
    Hedge,
    Masked,
    ModelUse,
    SummarySentence,
)
from citebound.model.finding import Edit, Finding, Findings, FindingsSummary, Fix, Severity, Status
from citebound.model.finished import (
    FinishedBriefing,
    Provenance,
    Rendering,
    Signature,
    SignatureState,
    TimeStamp,
)
from citebound.model.handling import Appending, Handling, Redacted, RedactedPlace, RedactionKind, SaidBy
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
    "Appending",
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
    "Handling",
    "Hedge",
    "Incomplete",
    "Masked",
    "Metadatum",
    "ModelUse",
    "Original",
    "Precision",
    "Profile", "Provenance",
    "Quotation",
    "Redacted",
    "RedactedPlace",
    "RedactionKind",
    "Redactions",
    "Relation",
    "RelationType", "Rendering",
    "Reuse",
    "ReusePolicy",
    "Role",
    "SaidBy",
    "Severity", "Signature", "SignatureState",
    "SourceRecord",
    "SourceSegment",
    "Span",
    "Status",
    "SummarySentence",
    "SuppliedField", "Suppression", "TimeStamp",
    "Upload",
    "Value",
]  # fmt: skip

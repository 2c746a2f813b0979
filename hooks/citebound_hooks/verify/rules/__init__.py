"""The rules on finished briefings, one a file."""

from citebound_hooks.verify.rules.brf001_attachment_broken import AttachmentBroken
from citebound_hooks.verify.rules.brf002_attachment_changed import AttachmentChanged
from citebound_hooks.verify.rules.brf003_span_not_exact import SpanNotExact
from citebound_hooks.verify.rules.brf004_original_differs import OriginalDiffers
from citebound_hooks.verify.rules.brf005_disclaimer_not_whole import DisclaimerNotWhole
from citebound_hooks.verify.rules.brf006_quotation_not_whole import QuotationNotWhole
from citebound_hooks.verify.rules.brf007_hedge_lost import HedgeLost
from citebound_hooks.verify.rules.brf008_page_changed import PageChanged
from citebound_hooks.verify.rules.brf009_revised import Revised
from citebound_hooks.verify.rules.brf010_parts_of_different_briefings import PartsOfDifferentBriefings
from citebound_hooks.verify.rules.brf011_title_differs import TitleDiffers
from citebound_hooks.verify.rules.brf012_rewritten import Rewritten
from citebound_hooks.verify.rules.brf013_changed_in_place import ChangedInPlace
from citebound_hooks.verify.rules.brf014_not_rendered_anew import NotRenderedAnew
from citebound_hooks.verify.rules.brf015_signature_broken import SignatureBroken
from citebound_hooks.verify.rules.brf016_signer_unknown import SignerUnknown
from citebound_hooks.verify.rules.brf017_marking_missing import MarkingMissing
from citebound_hooks.verify.rules.brf018_time_stamp_not_proved import TimeStampNotProved
from citebound_hooks.verify.rules.brf019_reading_differs import ReadingDiffers

BRIEFING_RULES = (
    AttachmentBroken,
    AttachmentChanged,
    SpanNotExact,
    OriginalDiffers,
    DisclaimerNotWhole,
    QuotationNotWhole,
    HedgeLost,
    PageChanged,
    Revised,
    PartsOfDifferentBriefings,
    TitleDiffers,
    Rewritten,
    ChangedInPlace,
    NotRenderedAnew,
    SignatureBroken,
    SignerUnknown,
    MarkingMissing,
    TimeStampNotProved,
    ReadingDiffers,
)

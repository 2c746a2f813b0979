"""What a compliance rule is. A plugin returns its rule classes from `citebound_rules`."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Literal

from citebound.model import (
    Decision,
    Document,
    Extraction,
    Profile,
    Redactions,
    Severity,
    SourceRecord,
    Span,
    Suppression,
    Value,
)

Need = Literal["record", "citations", "claims", "extraction", "summary", "suppressions", "briefing"]


class Replacement(Value, frozen=True, kw_only=True):
    """Replace `document.text[start:end]`; the host makes an edit of the file of it, where it knows the place."""

    start: int
    end: int
    replacement: str


class Problem(Value, frozen=True, kw_only=True):
    """What a rule found at one place; the host makes a Finding of it.

    Attributes:
        message: One sentence: what is wrong, with the words concerned. No code, no path.
        span: The place in the text, as narrow as can be.
        locator: The place in the markup, where the text has none.
        line: The line of the decoded file, where it is neither.
        field: The field of the record that it speaks of.
        severity: Only if it differs from the rule's own.
        fix: What the fix does, in the imperative ("Insert the author"); None without a certain fix.
        replacements: The fix itself, in offsets of `document.text`.
    """

    message: str
    span: Span | None = None
    locator: str | None = None
    line: int | None = None
    field: str | None = None
    severity: Severity | None = None
    fix: str | None = None
    replacements: tuple[Replacement, ...] = ()


class Subject(Value, frozen=True, kw_only=True):
    """What a rule looks at. `extraction` is None for a rule that needs only the record.

    Attributes:
        extraction: For the need `citations` only its citations are filled; for `claims` the claims too, with
            their citations, and not tied to actors, dates or events.
        suppressions: For the need `suppressions`: those of this document, after they were applied.
        decisions: What the desk decided on the extraction of this document.
        redactions: What the desk hides in the briefing of this document.
    """

    document: Document
    record: SourceRecord
    profile: Profile
    extraction: Extraction | None = None
    suppressions: tuple[Suppression, ...] = ()
    decisions: tuple[Decision, ...] = ()
    redactions: Redactions = Redactions()


class Rule(ABC):
    """One rule: one class, one file, named for what it forbids.

    The docstring is what `citebound rule CODE` prints. Its first line says what the rule forbids; the sections
    `Why`, `Bad`, `Good` and `Source` follow (Google style: a title with a colon, the text indented).

    Attributes:
        code: `CIT004`: a group of three letters, a number of three digits.
        name: `cite-as-omits-author`: what it forbids, in words.
        severity: `error` for a contradiction on the page, `warning` for a hint, `info` for a matter of style.
        needs: What must have been computed; nothing more is. A rule that needs the `summary` speaks of what a
            briefing tells: it runs where the extraction is there already, and not on a report alone.
        of_briefings: Whether it speaks of a finished briefing too, by the extraction that this carries.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = "error"
    needs: ClassVar[Need] = "record"
    of_briefings: ClassVar[bool] = False

    @abstractmethod
    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each place that breaks the rule."""

    @classmethod
    def explanation(cls) -> str:
        """Returns the docstring as plain text."""
        return inspect.cleandoc(cls.__doc__ or "")

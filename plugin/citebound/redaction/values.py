"""Walks through a value and hides what is to be hidden: words, spans, and what was computed from either."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import replace

from citebound.model import Anchor, Date, Field, Finding, Span
from citebound.redaction.machine import searched_fields
from citebound.redaction.shifting import Shift
from citebound.redaction.wording import Wording


class Hider:
    """Hides words in any value of a briefing.

    Args:
        shift: The redacted text, for spans.
        wording: For strings.
    """

    def __init__(self, shift: Shift, wording: Wording) -> None:
        self._shift, self._wording = shift, wording
        self._ways: tuple[tuple[type[Any], Callable[[Any], Any]], ...] = (
            (str, wording.hide),
            (tuple, lambda values: tuple(map(self.hide, values))),
            (dict, lambda values: {key: self.hide(each) for key, each in values.items()}),
            (Span, shift.span),
            (Date, self._date),
            (Field, self._field),
            (Anchor, self._anchor),
            (Finding, self._finding),
            (msgspec.Struct, self._struct),
        )

    def hide(self, value: Any) -> Any:
        """Returns the value without what is hidden; spans count in the redacted text."""
        way = next((way for kind, way in self._ways if isinstance(value, kind)), None)
        return way(value) if way else value

    def _struct(self, value: msgspec.Struct) -> Any:
        old = {name: getattr(value, name) for name in searched_fields(type(value))}
        new = {name: self.hide(each) for name, each in old.items()}
        return replace(value, **new) if new != old else value

    def _date(self, date: Date) -> Date:
        """A date whose words are hidden is not resolved any more."""
        hidden: Date = self._struct(date)
        touched = date.span is not None and self._shift.touches(date.span)
        if (
            not touched
            and hidden.raw == date.raw
            and (hidden.iso, hidden.iso_end) == (date.iso, date.iso_end)
        ):
            return hidden
        raw = hidden.span.exact if touched and hidden.span else hidden.raw
        return replace(hidden, raw=raw, iso=None, iso_end=None, precision=None)

    def _field(self, field: Field[Any]) -> Field[Any]:
        hidden: Field[Any] = self._struct(field)
        if field.span is None or hidden.span is None or not self._shift.touches(field.span):
            return hidden
        raw = hidden.span.exact if field.raw == field.span.exact else hidden.raw
        value = hidden.value
        if isinstance(value, Date):
            value = replace(value, raw=raw, iso=None, iso_end=None, precision=None)
        elif field.value == " ".join(field.raw.split()):
            value = " ".join(raw.split())
        return replace(hidden, raw=raw, value=value)

    def _anchor(self, anchor: Anchor) -> Anchor:
        if anchor.start is None:
            hidden: Anchor = self._struct(anchor)
            return hidden
        span = self._shift.span(Span(anchor.start, anchor.start + len(anchor.quote), anchor.quote))
        return Anchor(quote=span.exact or self._wording.hide(anchor.quote), start=span.start)

    def _finding(self, finding: Finding) -> Finding:
        """A fingerprint is a digest of words: known words could be tried against it."""
        hidden: Finding = self._struct(finding)
        touched = finding.span is not None and self._shift.touches(finding.span)
        if hidden.message == finding.message and hidden.fix == finding.fix and not touched:
            return hidden
        place = hidden.span.start if hidden.span else -1
        words = f"{hidden.code}\x1f{hidden.field}\x1f{place}\x1f{hidden.message}"
        return replace(hidden, fix=None, fingerprint=sha256(words.encode()).hexdigest()[:32])

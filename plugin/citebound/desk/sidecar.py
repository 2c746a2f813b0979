"""Sidecar files: what the desk says of one report, in `REPORT.citebound.toml` beside it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import msgspec

from citebound.desk.aliases import merges
from citebound.desk.marking import marking_of
from citebound.desk.supply import DATES, date_in, field_named
from citebound.errors import ConfigurationError, UsageError
from citebound.model import (
    Action,
    ActorType,
    Anchor,
    Decision,
    Decisions,
    Fields,
    Redactions,
    ReusePolicy,
    SuppliedField,
    Suppression,
)
from citebound.redaction.folding import form_of
from citebound.toml_files import as_table, line_of, read_toml
from citebound.wrong_values import nearest

SUFFIX = ".citebound.toml"


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One decision in the file."""

    quote: str
    start: int | None = None
    type: ActorType | None = None
    others: tuple[str, ...] = ()
    text: str | None = None


class _Suppress(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One suppression in the file."""

    codes: tuple[str, ...]
    reason: str | None = None
    until: datetime.date | None = None


class _Briefing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file says of the briefing itself."""

    marking: str | None = None
    append: ReusePolicy | None = None


class _Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words to hide, at one place or wherever they stand."""

    quote: str
    start: int | None = None


class _Redact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What the file hides."""

    mark: str = Redactions().mark
    names: tuple[str, ...] = ()
    spans: tuple[_Place, ...] = ()
    keep_digest: bool = False


class _Sidecar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    record: dict[str, Any] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    decisions: dict[Action, tuple[_Entry, ...]] = {}
    suppress: tuple[_Suppress, ...] = ()
    briefing: _Briefing = _Briefing()
    redact: _Redact = _Redact()


def sidecar_of(report: Path) -> Path:
    """Returns where a report's sidecar file stands, whether it is there or not."""
    return report.with_name(report.name + SUFFIX)


def load_sidecar(path: Path) -> Decisions:
    """Reads a sidecar file.

    `[record]` supplies fields, `[aliases]` names forms of one actor (`"Full Name" = ["Short", "FN"]`), and
    `[[decisions.reject]]` (`accept`, `retype`, `merge`, `split`, `note`) holds one decision each: `quote`, and where
    needed `start`, `type`, `others`, `text`. `[[suppress]]` names findings to live with: `codes`, `reason`, `until`.
    `[briefing]` has `marking` and `append`, `[redact]` what to hide: `names`, `spans` (`quote`, `start`), `mark`.

    Raises:
        ConfigurationError: Names the path and what is wrong there.
    """
    text, tables = read_toml(path)
    data = as_table(path, text, tables, _Sidecar)
    for name in data.record:
        if field_named(name) is None:
            hint = nearest(name, Fields.__struct_fields__)
            raise ConfigurationError(f"{path}:{line_of(text, name)}: records have no field {name!r}; {hint}")
    supplied = tuple(
        SuppliedField(field=name, value=_words(value, f"{path}:{line_of(text, name)}: {name}"), by=path.name)
        for name, value in data.record.items()
    )
    for item in supplied:
        _check_date(item, f"{path}:{line_of(text, item.field)}: {item.field}")
    entries = [_decision(action, entry) for action, found in data.decisions.items() for entry in found]
    return Decisions(
        supplied=supplied,
        decisions=(*merges(data.aliases), *entries),
        suppressions=tuple(_suppression(each, f"{path}:{line_of(text, 'codes')}") for each in data.suppress),
        marking=_marking(data.briefing.marking, f"{path}:{line_of(text, 'marking')}"),
        append=data.briefing.append,
        redactions=_redactions(data.redact, f"{path}:{line_of(text, 'redact')}"),
    )


def _check_date(item: SuppliedField, place: str) -> None:
    if field_named(item.field) in DATES:
        try:
            date_in(item.value, place)
        except UsageError as error:
            raise ConfigurationError(str(error)) from error


def _marking(words: str | None, place: str) -> str | None:
    return None if words is None else marking_of(words, place)


def _redactions(entry: _Redact, place: str) -> Redactions:
    words = (*entry.names, *(span.quote for span in entry.spans))
    if not all(each.strip() for each in words):
        raise ConfigurationError(f"{place}: an empty text would hide nothing; leave it out")
    if not entry.mark.isprintable() or not entry.mark.strip():
        raise ConfigurationError(f'{place}: mark is {entry.mark!r}; write one line, such as "[redacted]"')
    if any(form_of(each).stands_in(entry.mark) for each in words):
        raise ConfigurationError(f"{place}: the mark {entry.mark!r} holds words that are to be hidden")
    spans = tuple(Anchor(quote=span.quote, start=span.start) for span in entry.spans)
    return Redactions(mark=entry.mark, names=entry.names, spans=spans, keep_digest=entry.keep_digest)


def _decision(action: Action, entry: _Entry) -> Decision:
    anchor = Anchor(quote=entry.quote, start=entry.start)
    return Decision(action=action, anchor=anchor, type=entry.type, others=entry.others, text=entry.text)


def _suppression(entry: _Suppress, place: str) -> Suppression:
    if not all(code.strip() for code in entry.codes) or not entry.codes:
        raise ConfigurationError(
            f'{place}: a suppression names no rule; write codes, e.g. codes = ["CIT004"]'
        )
    until = entry.until.isoformat() if entry.until else None
    return Suppression(codes=tuple(code.upper() for code in entry.codes), reason=entry.reason, until=until)


def _words(value: object, place: str) -> str:
    match value:
        case str() | int():
            return str(value)
        case datetime.date():
            return value.isoformat()
        case list() if all(isinstance(part, str) for part in value):
            return "; ".join(value)
    raise ConfigurationError(f"{place}: write text, a date or a list of texts")

"""The ledger in words, as JSON and as metrics."""

from __future__ import annotations

from typing import Any

import msgspec

from citebound.model import Value
from citebound_hooks.ledger.values import Event, Standing, Status

DIGEST, SHOWN = 64, 12


def as_json(value: Value) -> str:
    """Returns a value as one line of JSON."""
    return msgspec.json.encode(value).decode()


def count_in_words(status: Status) -> str:
    """Returns the counts, one line each; outcomes that no document has are left out."""
    lines = [f"{status.documents} document{'' if status.documents == 1 else 's'}"]
    lines += [f"  {number:>6} {outcome}" for outcome, number in status.outcomes.items() if number]
    if status.working:
        lines.append(f"  {status.working:>6} at a worker")
    if status.waiting:
        lines.append(f"  {status.waiting:>6} waiting, the oldest for {status.oldest_waiting:g} s")
    if status.held:
        lines.append(f"  {status.held:>6} of these held: their result cannot be written; see `citebound log`")
    if status.purged:
        lines.append(f"{status.purged} purged")
    return "\n".join(lines)


def standing_in_words(standing: Standing) -> str:
    """Returns where one document stands, in one line."""
    ended = standing.state == "done"
    what = standing.outcome if ended and standing.outcome else standing.state
    reason = f": {standing.reason}" if ended and standing.reason else ""
    return f"{standing.id} {what}{reason}"


def event_in_words(event: Event) -> str:
    """Returns one line of the history, digests cut short; characters that would steer a terminal are written out."""
    detail = " ".join(f"{name}={_plain(_short(value))}" for name, value in event.detail.items())
    return " ".join([event.at, _short(event.document or "-"), event.what, detail]).rstrip()


def as_metrics(status: Status) -> str:
    """Returns the counts in the text format of Prometheus.

    Raises:
        UsageError: If the extra `workflow` is not installed.
    """
    from citebound_hooks.ledger.metrics import exposition

    return exposition(status)


def _short(value: Any) -> Any:
    """Cuts a digest short to what `status` and `replay` still understand."""
    is_digest = isinstance(value, str) and len(value) == DIGEST and set(value) <= set("0123456789abcdef")
    return value[:SHOWN] if is_digest else value


def _plain(value: object) -> str:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
    return f'"{shown}"' if " " in shown else shown

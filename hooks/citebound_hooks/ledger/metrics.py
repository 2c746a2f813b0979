"""The ledger's counts as Prometheus metrics, for a scraper or the textfile collector."""

from __future__ import annotations

from citebound.errors import UsageError
from citebound_hooks.ledger.place import MISSING_EXTRA
from citebound_hooks.ledger.values import Status


def exposition(status: Status) -> str:
    """Returns the text exposition format.

    Raises:
        UsageError: If the extra `workflow` is not installed.
    """
    try:
        from prometheus_client import CollectorRegistry, Gauge, generate_latest
    except ImportError as error:
        raise UsageError(MISSING_EXTRA) from error
    registry = CollectorRegistry()

    def gauge(name: str, what: str, value: float) -> None:
        Gauge(f"citebound_{name}", what, registry=registry).set(value)

    gauge("documents_waiting", "Documents that wait for a worker.", status.waiting)
    gauge("documents_held", "Documents that wait because their result cannot be written.", status.held)
    gauge("documents_working", "Documents that a worker has leased.", status.working)
    gauge("documents_purged", "Documents of which only a tombstone is left.", status.purged)
    gauge("oldest_waiting_seconds", "How long the oldest has waited.", status.oldest_waiting or 0.0)
    outcomes = Gauge("citebound_documents", "Documents by outcome.", ["outcome"], registry=registry)
    for outcome, number in status.outcomes.items():
        outcomes.labels(outcome).set(number)
    return generate_latest(registry).decode().rstrip("\n")

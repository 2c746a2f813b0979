"""`citebound metrics`: the ledger's counts over HTTP, for Prometheus."""

from __future__ import annotations

from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import click

from citebound.command_headings import UPLOADS, under
from citebound.errors import CiteboundError, ConfigurationError
from citebound_hooks.ledger.place import Place, at_a_place

if TYPE_CHECKING:
    from citebound.commands import CommandSession
    from citebound_hooks.ledger.database import Ledger

PLAIN, METRICS = "text/plain; charset=utf-8", "text/plain; version=0.0.4; charset=utf-8"
PATIENCE_SECONDS = 5.0


@under(UPLOADS)
@click.command("metrics", short_help="Serve the counts of the ledger to Prometheus.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Address to listen at."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=9464,
    show_default=True,
    metavar="N",
    help="Port to listen at; 0 takes a free one.",
)
@at_a_place
@click.pass_obj
def metrics(session: CommandSession, place: Place, host: str, port: int) -> None:
    """Serve the counts of the ledger to Prometheus: `GET /metrics`, and `/healthz` for a probe."""
    server = server_of(place.open(), host, port)
    session.complain(f"metrics at http://{host}:{server.server_port}/metrics; Ctrl-C ends")
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()


def server_of(ledger: Ledger, host: str, port: int) -> HTTPServer:
    """Returns a server that answers one request at a time; it listens already.

    Raises:
        ConfigurationError: If it cannot listen there.
        UsageError: If the extra `workflow` is not installed.
    """
    answers = {"/metrics": METRICS, "/healthz": PLAIN}
    answer(ledger, "/metrics")  # what is missing is told now

    class Handler(BaseHTTPRequestHandler):
        timeout = PATIENCE_SECONDS

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            try:
                status, said = (200, answer(ledger, path)) if path in answers else (404, "not here\n")
            except CiteboundError as error:
                status, said = 503, f"{error}\n"
            self.send_response(status)
            self.send_header("Content-Type", answers.get(path, PLAIN) if status == 200 else PLAIN)
            self.send_header("Content-Length", str(len(said.encode())))
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_: object) -> None:
            """A scrape every few seconds is no news."""

    try:
        return HTTPServer((host, port), Handler)
    except OSError as error:
        raise ConfigurationError(f"cannot listen at {host}:{port}: {error.strerror or error}") from error


def answer(ledger: Ledger, path: str) -> str:
    """Returns what is said at a path.

    Raises:
        LedgerError: If the ledger does not answer.
    """
    from citebound_hooks.ledger.metrics import exposition
    from citebound_hooks.ledger.standing import status_of_all

    counted = status_of_all(ledger)
    return f"{exposition(counted)}\n" if path == "/metrics" else "ok\n"

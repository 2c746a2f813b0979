"""`citebound notify`: tells another system how documents ended."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from citebound.command_headings import UPLOADS, under
from citebound.errors import CiteboundError, ConfigurationError, UsageError
from citebound_hooks.ledger.place import Place, at_a_place

if TYPE_CHECKING:
    from citebound.commands import CommandSession
    from citebound_hooks.ledger.database import Ledger

SECRET = "CITEBOUND_WEBHOOK_SECRET"  # noqa: S105  # the variable's name, not the secret
SHORTEST_SECRET = 16
LOOK_SECONDS = 1.0


@under(UPLOADS)
@click.command("notify", short_help="Tell URL of every outcome, signed and with retries.")
@click.argument("address", metavar="URL")
@click.option("--once", is_flag=True, help="Tell what is to be told now, and end.")
@at_a_place
@click.pass_obj
def notify(session: CommandSession, place: Place, address: str, once: bool) -> None:
    """Tell URL of every outcome from the first call on, signed and with retries.

    The secret, at least 16 characters that URL's owner knows too, stands in CITEBOUND_WEBHOOK_SECRET.
    """
    secret = os.environ.get(SECRET, "").encode()
    if len(secret) < SHORTEST_SECRET:
        raise ConfigurationError(f"{SECRET} must hold a secret of at least {SHORTEST_SECRET} characters")
    _refuse_malformed(address)
    ledger = place.open()
    from citebound_hooks.webhook.outbox import start

    start(ledger, address)
    with suppress(KeyboardInterrupt):  # as it ends when nobody says `--once`
        while True:
            try:
                tell_all(ledger, address, secret, session.complain)
            except CiteboundError as error:
                session.complain(str(error))
            if once:
                return
            time.sleep(LOOK_SECONDS)


def _refuse_malformed(address: str) -> None:
    """Refuses what is no web address before anything is asked of it.

    Raises:
        UsageError: Says how to write it.
    """
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("https", "http") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, brackets that do not close
        sound = False
    if not sound or not address.isascii() or not address.isprintable() or " " in address:
        raise UsageError(f"{address!a}: write an address like https://example.org/hook")


def tell_all(ledger: Ledger, address: str, secret: bytes, complain: Callable[[str], None]) -> None:
    """Tells the address each outcome that is due."""
    from citebound_hooks.webhook.message import message
    from citebound_hooks.webhook.outbox import due, settle
    from citebound_hooks.webhook.sending import send
    from citebound_hooks.webhook.signing import HEADER, signature

    for event in due(ledger, address):
        body = message(event)
        headers = {"Content-Type": "application/json", HEADER: signature(body, secret, int(time.time()))}
        failure = send(address, body, headers)
        if failure:
            complain(f"{address} was not told of {event.document}: {failure}")
        settle(ledger, address, event, failure)

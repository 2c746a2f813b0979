"""Delivers a briefing into the folder that the user asked for: whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    from citebound.delivery import Delivered, Delivery


@hookimpl
def citebound_deliver(delivery: Delivery) -> Delivered | None:
    """Writes the file, if one was asked for."""
    if delivery.target is None:
        return None
    from citebound.delivery import Delivered
    from citebound.whole_files import write_whole

    write_whole(delivery.target, delivery.content)
    return Delivered(where=str(delivery.target))

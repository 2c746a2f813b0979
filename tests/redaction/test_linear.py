"""Hiding takes time in proportion to the text, however much is said of it."""

import time

import pytest

from citebound.model import Anchor, Redactions
from citebound.redaction.folding import folded
from citebound.redaction.redacting import redacted

LINE = "Witness Tomas {0} told Radio {0} on {1} May 2019 that boat {2} left Port Sarne (Post {0}, May {1})."
NAMES = [f"Var{one}{other}son" for one in "aeiouy" for other in "bdfgklmnprstvz"]


def cost(brief, count):
    lines = (LINE.format(NAMES[at % len(NAMES)], 1 + at % 28, at) for at in range(count))
    briefing = brief("\n\n".join(lines), None)
    hiding = Redactions(names=("Tomas Varabson", "Port Sarne"), spans=(Anchor(quote="told Radio Varebson"),))
    assert redacted(briefing, hiding).record.handling.redacted.names >= count
    return min(_seconds(briefing, hiding) for _ in range(3))  # others may hold what the machine does beside


def _seconds(briefing, hiding):
    folded.cache_clear()
    begun = time.process_time()
    redacted(briefing, hiding)
    return time.process_time() - begun


@pytest.mark.slow
def test_hiding_takes_linear_time(brief):
    assert cost(brief, 1200) < 8 * cost(brief, 300) + 0.2

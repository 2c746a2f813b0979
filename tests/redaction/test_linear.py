"""Hiding takes time in proportion to the text, however much is said of it."""

import time

import pytest

from citebound.model import Anchor, Redactions
from citebound.redaction.redacting import redacted

LINE = "Witness Tomas {0} told Radio {0} on {1} May 2019 that boat {2} left Port Sarne (Post {0}, May {1})."
NAMES = [f"Var{one}{other}son" for one in "aeiouy" for other in "bdfgklmnprstvz"]


def cost(brief, count):
    lines = (LINE.format(NAMES[at % len(NAMES)], 1 + at % 28, at) for at in range(count))
    briefing = brief("\n\n".join(lines), None)
    hiding = Redactions(names=("Tomas Varabson", "Port Sarne"), spans=(Anchor(quote="told Radio Varebson"),))
    begun = time.process_time()
    found = redacted(briefing, hiding)
    assert found.record.handling.redacted.names >= count
    return time.process_time() - begun


@pytest.mark.slow
def test_hiding_takes_linear_time(brief):
    cost(brief, 50)
    assert cost(brief, 1200) < 8 * cost(brief, 300) + 0.2

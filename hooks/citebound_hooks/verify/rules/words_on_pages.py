"""Whether words stand on the pages of a briefing, however its lines are broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from citebound.model import FinishedBriefing

_BLANK = re.compile(r"[\s\u00ad\u200b]+")


def pages_are_proved(finished: FinishedBriefing) -> bool:
    """Whether every page is what rendering the same briefing gives, which proves more than reading its words."""
    expected = finished.expected
    return expected is not None and all(
        finished.parts.get(name) == digest for name, digest in expected.items() if name.startswith("page ")
    )


def squeezed(text: str) -> str:
    """The text without blanks, soft hyphens and differences of Unicode form, which line breaks and fonts change."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def all_squeezed(pages: Iterable[str]) -> str:
    """The text of the pages in one, without blanks."""
    return squeezed("".join(pages))

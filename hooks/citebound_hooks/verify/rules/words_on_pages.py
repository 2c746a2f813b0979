"""Whether words stand on the pages of a briefing, however its lines are broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from citebound.model import FinishedBriefing
from citebound_hooks.briefing.attachment_names import digest_name
from citebound_hooks.verify.part_names import SIGNATURE

_PIECE = 20  # fewer letters may stand on a page by chance
_BLANK = re.compile(r"[\s\u00ad\u200b]+")


def pages_are_proved(finished: FinishedBriefing) -> bool:
    """Whether every page is what rendering the same briefing gives, which proves more than reading its words."""
    return finished.anew is not None and all(
        finished.parts.get(name) == digest
        for name, digest in finished.anew.parts.items()
        if name.startswith(("page ", "font "))
    )


def rendered_parts(finished: FinishedBriefing) -> dict[str, str]:
    """The parts without those of a signature, which came later and is judged on its own."""
    return {name: digest for name, digest in finished.parts.items() if not name.startswith(SIGNATURE)}


def attachments_agree(finished: FinishedBriefing) -> bool:
    """Whether each attachment has the digest that the metadata names."""
    stated = {name: finished.digests.get(digest_name(name)) for name in finished.attachments}
    return stated == finished.attachments


def shortened(words: str) -> str:
    """The words, or the beginning of many, marked where it was cut."""
    return words if len(words) <= 80 else f"{words[:79]}…"


def squeezed(text: str) -> str:
    """The text without blanks, soft hyphens and differences of Unicode form, which line breaks and fonts change."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def are_carried(words: str, pages: Sequence[str]) -> bool:
    """Whether words stand on the first page, whole; or their beginning there, and all the rest on later ones.

    A copy of the whole on a later page does not make up for words that the first one lost, nor does a page count that
    goes on with the words after some are missing.
    """
    whole = rest = squeezed(words)
    first, *later = map(squeezed, pages)
    for number, page in enumerate([first, *(page.replace(whole, "") for page in later)]):
        carried = _longest_beginning(rest, page)
        if carried < min(len(rest), _PIECE):
            if number == 0:
                return False
            continue
        after = page[page.index(rest[:carried]) + carried :]
        rest = rest[carried:]
        if not rest or _goes_on(after, whole):
            break
    return not rest


def _goes_on(after: str, words: str) -> bool:
    """Whether what follows soon holds a piece of the words again."""
    pieces = (after[at : at + _PIECE] for at in range(min(len(after), 3 * _PIECE) - _PIECE + 1))
    return any(piece in words for piece in pieces)


def _longest_beginning(words: str, page: str) -> int:
    """How many letters of the words stand on the page, from the first on."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in page else (low, middle - 1)
    return low


def all_squeezed(pages: Iterable[str]) -> str:
    """The text of the pages in one, without blanks."""
    return squeezed("".join(pages))

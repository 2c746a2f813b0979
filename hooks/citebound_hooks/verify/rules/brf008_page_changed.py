"""BRF008."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.verify.part_names import DAMAGED, PLURAL
from citebound_hooks.verify.rules.page_order import page_changes
from citebound_hooks.verify.rules.words_on_pages import attachments_agree, pages_are_proved, rendered_parts


class PageChanged(Rule):
    """A part of the PDF is not what rendering the same briefing gives.

    Why:
        A page, a link or an attachment was edited after the briefing was rendered.

    Bad:
        A page on which a figure was overwritten.

    Good:
        The briefing as it was rendered, even if it was compressed or linearised since.

    Source:
        Rendering is reproducible: the same briefing and version give the same bytes.
    """

    code = "BRF008"
    name = "page-changed"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each part that differs from a new rendering."""
        finished = subject.document.finished
        if finished is None or finished.anew is None:
            return
        found, expected = rendered_parts(finished), finished.anew.parts
        for number, what in page_changes(_pages(expected), _pages(found)):
            yield Problem(message=f"Page {number} {what}.", locator=f"page {number}")
        follow = not attachments_agree(finished) and not pages_are_proved(finished)
        passed_over = ("page ", *_FOLLOWING) if follow else ("page ",)
        changes = {name: _difference(found.get(name), expected.get(name)) for name in [*expected, *found]}
        for name, difference in _gathered(changes):
            if not name.startswith(passed_over):
                yield Problem(message=f"The {name} {_agreeing(name, difference)}.", locator=name)


_FOLLOWING = (
    "attachment",
    "description",
    "document property",
    "font ",
    "link",
    "metadata",
    "outline",
    "structure tree",
)
"""What is another with other attachments: of those that were exchanged, what the pages show tells enough."""
_KINDS = {
    "link ": "links",
    "outline entry ": "entries of the outline",
    "structure tree of ": "parts of the structure tree",
}
_MANY = 5


def _pages(parts: Mapping[str, str]) -> list[str]:
    return [digest for name, digest in parts.items() if name.startswith("page ")]


def _gathered(changes: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """What differs, each on its own; many of a kind with one fate together."""
    fates = {name: (_kind(name), difference) for name, difference in changes.items()}
    counts = Counter(fates.values())
    for name, difference in changes.items():
        if difference and (not _kind(name) or counts[fates[name]] <= _MANY):
            yield name, difference
    for (kind, difference), count in counts.items():
        if kind and difference and count > _MANY:
            yield f"{_KINDS[kind]}: each of {count}", difference


def _kind(name: str) -> str:
    return next((kind for kind in _KINDS if name.startswith(kind)), "")


def _agreeing(name: str, difference: str) -> str:
    """The words in the number of what they speak of."""
    words = difference.split(" ", 1)
    return " ".join([_MANY_DO.get(words[0], words[0]), *words[1:]]) if name in PLURAL else difference


_MANY_DO = {"differs": "differ", "is": "are", "was": "were"}


def _difference(found: str | None, expected: str | None) -> str | None:
    if found == expected:
        return None
    if found is None:
        return "is missing"
    if found.startswith(DAMAGED):
        return "cannot be read: its data are damaged"
    return "was added" if expected is None else "differs from the same briefing rendered anew"

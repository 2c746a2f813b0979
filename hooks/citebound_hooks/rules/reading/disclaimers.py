"""The wording that a page's disclaimer should have, and how it differs from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citebound.model import DisclaimerText, Field
from citebound.rules import Problem, Subject
from citebound_hooks.rules.reading.places import replace_in, span_in, words_of_field
from citebound_hooks.rules.reading.wording import Difference, DifferenceKind, differences, likeness
from citebound_hooks.rules.reading.words import folded, same_words

_RECOGNISED = 0.6  # a text that shares fewer of its words with a wording is another one altogether


def wording_meant(subject: Subject) -> DisclaimerText | None:
    """Returns the profile's wording that the page's disclaimer comes closest to; None if it is none of them."""
    field = subject.record.fields.disclaimer
    if field is None:
        return None
    words = words_of_field(field)
    for wording in subject.profile.disclaimers:
        if same_words(wording.text, words):
            return wording
    ranked = [(likeness(wording.text, words), wording) for wording in subject.profile.disclaimers]
    best = max(ranked, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] >= _RECOGNISED else None


def disclaimer_problems(
    subject: Subject, kind: DifferenceKind, message: Callable[[Difference], str]
) -> Iterator[Problem]:
    """Yields a problem for each difference of one kind, with the fix that restores the wording there."""
    wording, field = wording_meant(subject), subject.record.fields.disclaimer
    if wording is None or field is None:
        return
    for difference in differences(wording.text, words_of_field(field)):
        if difference.kind == kind:
            yield _problem(
                subject, field, difference, message(difference), touches_must_have(difference, wording)
            )


def touches_must_have(difference: Difference, wording: DisclaimerText) -> bool:
    """Tells whether words were lost or put in without which the disclaimer says something else."""
    return any(difference.touched.intersection(folded(words)) for words in wording.must_have)


def _problem(
    subject: Subject, field: Field[str], difference: Difference, message: str, weighty: bool
) -> Problem:
    words = words_of_field(field)
    repair = difference.repair.upper() if words.isupper() else difference.repair
    edits = replace_in(subject, field, *difference.gap, repair)
    certain = bool(field.span) and not _is_at_an_end(difference, words)
    return Problem(
        message=f"{message}; this changes what it says." if weighty else f"{message}.",
        span=span_in(subject.document, field, difference.start, difference.end),
        locator=field.locator,
        field="disclaimer",
        severity="error" if weighty else None,
        fix="Restore the disclaimer's words" if certain else None,
        replacements=edits if certain else (),
    )


def _is_at_an_end(difference: Difference, words: str) -> bool:
    """Tells words added before or behind the wording: they may be a notice of somebody else's."""
    first, last = difference.gap
    return difference.kind == "added" and (first == 0 or last >= len(words.rstrip()))

"""CIT030."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.fields import in_words, text_fields
from citebound_hooks.rules.reading.markup import TITLES
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field
from citebound_hooks.rules.reading.repair import markup_in, without_markup

# JSON-LD is left alone: many programs escape it twice.
_TITLES = ("html:title", *(name for name in TITLES if not name.startswith("jsonld:")))


class MarkupInField(Rule):
    """Markup stands in a field.

    Why:
        Tags and character references are printed as they are in every citation that is copied from the page.

    Bad:
        `Vale: Flood Aid &amp; Shelter`

    Good:
        `Vale: Flood Aid & Shelter`

    Source:
        Seen on real pages: markup that leaks into a title.
    """

    code = "CIT030"
    name = "markup-in-field"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem for each field, at its first markup; the fix takes out all."""
        seen: set[int] = set()
        for name, field in text_fields(subject.record):
            words = words_of_field(field)
            found = markup_in(words)
            at = field.span.start + found.start() if found and field.span else -1
            if found and at not in seen:
                seen.add(at if at >= 0 else -1 - len(seen))
                message = f"Markup stands in the {in_words(name)}: “{found.group()}”."
                problem = problem_in(subject, name, field, message, part=found.span())
                fix = (
                    replace_in(subject, field, 0, len(words), without_markup(words))
                    if _is_plain(subject)
                    else ()
                )
                yield replace(problem, fix="Take out the markup" if fix else None, replacements=fix)
        yield from _in_markup(subject)


def _in_markup(subject: Subject) -> Iterator[Problem]:
    """Yields a problem at the first title of the page's own markup that holds markup, if the title shown holds none."""
    title = subject.record.fields.title
    if title is None or markup_in(words_of_field(title)):
        return
    for datum in subject.document.metadata:
        found = markup_in(datum.value) if datum.name in _TITLES else None
        if found:
            message = (
                f"Markup stands in the title that the page's markup gives ({datum.name}): “{found.group()}”."
            )
            yield Problem(message=message, locator=datum.locator, field="title")
            return


def _is_plain(subject: Subject) -> bool:
    return subject.document.source is None

"""CIT041."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Block, Field, Span
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.describe.evidence.titles import NO_TITLE
from citebound_hooks.readers.markdown.front_matter import front_matter
from citebound_hooks.rules.reading.addresses import is_address
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.markup import TITLES, stated
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import folded, place_of, same_words

_PROPERTIES = (
    "docx:title",
    "pdf:title",
    "xmp:dc:title",
)  # which programs fill in, with a file's name at times


class MetadataTitleDiffers(Rule):
    """The page's markup gives another title than its text.

    Why:
        Reference managers read the markup: the report gets two titles. A site's name before or after the title
        is no difference. The properties of a Word or PDF file are often left over from a template: an info.

    Bad:
        Heading `Vale: Flood Aid Falls Short` beside `<meta property="og:title" content="Vale: Drought Aid
        Arrives">`

    Good:
        Both give `Vale: Flood Aid Falls Short`.

    Source:
        Highwire Press tags, Dublin Core, Open Graph and schema.org as Google Scholar and Zotero read them.
    """

    code = "CIT041"
    name = "metadata-title-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the first such value of the markup."""
        field = subject.record.fields.title
        if field is None or field.span is None or is_placeholder(field.value) or is_address(field.value):
            return
        yield from _heading_differs(subject, field)
        title, sections = repaired(field.value), subject.profile.sections
        for datum in stated(subject.document, TITLES + _PROPERTIES):
            if NO_TITLE.search(datum.value) or any(same_words(datum.value, each) for each in sections):
                continue
            if not (place_of(title, datum.value) or place_of(datum.value, title)):
                where = "properties say" if datum.name in _PROPERTIES else "markup says"
                message = f"The {where} “{datum.value}” ({datum.name}), the page is titled “{title}”."
                yield Problem(
                    message=message,
                    span=field.span,
                    locator=datum.locator,
                    field="title",
                    severity="info" if datum.name in _PROPERTIES else None,
                )
                return


def _heading_differs(subject: Subject, field: Field[str]) -> Iterator[Problem]:
    """Yields a problem where the only main heading of a manuscript is its title with some other words."""
    front = front_matter(subject.document.text)
    if front is None or field.span is None or field.span.start >= front.end:
        return
    headings = [block for block in subject.document.blocks if block.kind == "heading" and block.level == 1]
    heading = _words_of(subject, headings[0]) if len(headings) == 1 else None
    named = repaired(field.value)
    if heading is None or place_of(named, heading.exact) or place_of(heading.exact, named):
        return
    title, words = set(folded(named)), set(folded(heading.exact))
    if 2 * len(title & words) > max(len(title), len(words)):  # else it is that of a chapter
        message = f"The heading says “{heading.exact}”, the front matter “{field.value}”."
        yield Problem(message=message, span=heading, field="title")


def _words_of(subject: Subject, heading: Block) -> Span:
    """Returns a heading without the number signs before it."""
    words = subject.document.text[heading.start : heading.end]
    return subject.document.span(heading.end - len(words.lstrip("# ")), heading.end)

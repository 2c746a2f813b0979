"""CIT033."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.places import problem_in


class TitleLength(Rule):
    """The title is shorter or longer than the site allows.

    Why:
        A title of a few letters does not tell documents apart; one of several lines is usually a title with the
        text behind it.

    Bad:
        `Update`

    Good:
        `Vale: flood situation report No. 4`

    Source:
        ReliefWeb's rules for titles: 10 to 255 characters.
    """

    code = "CIT033"
    name = "title-length"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the title of a page whose site has such a rule."""
        field = subject.record.fields.title
        allowed = subject.profile.title_length
        if field is None or allowed is None or is_placeholder(field.value):
            return
        length, (fewest, most) = len(field.value), allowed
        if not fewest <= length <= most:
            message = f"The title has {length} characters, not {fewest} to {most}."
            yield problem_in(subject, "title", field, message)

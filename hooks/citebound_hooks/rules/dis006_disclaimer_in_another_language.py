"""DIS006."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import wording_meant
from citebound_hooks.rules.reading.places import problem_in


class DisclaimerInAnotherLanguage(Rule):
    """The disclaimer is in another language than the report, though the profile has one in the report's.

    Why:
        A reader of the report may not understand it.

    Bad:
        A French report with the English disclaimer, under a profile that has both.

    Good:
        A French report with the French disclaimer.

    Source:
        The profile's wordings with their languages. A profile with one wording asks for that one on every page.
    """

    code = "DIS006"
    name = "disclaimer-other-language"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the disclaimer."""
        wording, field = wording_meant(subject), subject.record.fields.disclaimer
        stated = subject.record.fields.language
        language = _main(stated.value if stated else subject.document.language)
        if wording is None or field is None or not language or _main(wording.language) == language:
            return
        if any(_main(other.language) == language for other in subject.profile.disclaimers):
            message = (
                f"The disclaimer is in another language ({wording.language}) than the report ({language})."
            )
            yield problem_in(subject, "disclaimer", field, message)


def _main(language: str | None) -> str:
    return (language or "").partition("-")[0].lower()

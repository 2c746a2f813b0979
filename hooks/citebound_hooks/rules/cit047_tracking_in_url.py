"""CIT047."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.model import Span
from citebound.rules import Problem, Replacement, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cited_address
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field

_TRACKING = re.compile(
    r"(?<=[?&])(?P<name>utm_[a-z]{1,20}|fbclid|gclid|mc_cid|mc_eid|igshid)=[^&#\s]{0,400}", re.IGNORECASE
)


class TrackingInUrl(Rule):
    """The address carries parameters that track the reader.

    Why:
        They say how somebody came to the page and not where it is; one document gets as many addresses as
        readers.

    Bad:
        `https://northgate.example/vale?utm_source=newsletter`

    Good:
        `https://northgate.example/vale`

    Source:
        Common practice of archives and link checkers.
    """

    code = "CIT047"
    name = "url-with-tracking"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the parameters of each address of the record."""
        seen: set[Span | None] = set()
        for name, field in text_fields(subject.record, ("url", "original_url")):
            words = words_of_field(field)
            match = _TRACKING.search(words)
            if match and field.span not in seen:
                seen.add(field.span)
                problem = problem_in(
                    subject, name, field, f"“{match['name']}” tracks the reader.", part=match.span()
                )
                fix = replace_in(subject, field, 0, len(words), without_tracking(words))
                yield replace(problem, fix="Remove what tracks the reader" if fix else None, replacements=fix)
        yield from _in_cite_as(subject, seen)


def _in_cite_as(subject: Subject, seen: set[Span | None]) -> Iterator[Problem]:
    """Yields a problem at the address of the cite-as line, where the record has its own from elsewhere."""
    cited = cited_address(subject)
    match = _TRACKING.search(cited.exact) if cited and cited not in seen else None
    if cited and match:
        span = subject.document.span(cited.start + match.start(), cited.start + match.end())
        edit = Replacement(start=cited.start, end=cited.end, replacement=without_tracking(cited.exact))
        message = f"“{match['name']}” tracks the reader."
        fix = "Remove what tracks the reader"
        yield Problem(message=message, span=span, field="url", fix=fix, replacements=(edit,))


def without_tracking(address: str) -> str:
    """Returns an address without the parameters that track the reader."""
    front, hash_mark, fragment = address.partition("#")
    path, _, query = front.partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(f"?{part}", 1)]
    return path + ("?" + "&".join(kept) if kept else "") + hash_mark + fragment

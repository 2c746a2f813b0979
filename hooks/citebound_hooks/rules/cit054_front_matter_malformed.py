"""CIT054."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.describe.front_matter import fault_in_front_matter

_MANUSCRIPT = "text/markdown"


class FrontMatterMalformed(Rule):
    """The front matter of a manuscript is broken.

    Why:
        Programs that publish the manuscript refuse it, or publish it without title, date and author.

    Bad:
        `---` on the first line, `title: Salt and War` on the second, and no `---` behind the last key

    Good:
        The record between two lines of `---` (YAML) or of `+++` (TOML).

    Source:
        YAML 1.2.2, sections 7.3 and 7.4; TOML 1.0.0; front matter as Pandoc, Jekyll and Hugo read it.
    """

    code = "CIT054"
    name = "front-matter-malformed"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem, where the front matter breaks."""
        document = subject.document
        fault = fault_in_front_matter(document.text) if document.media_type == _MANUSCRIPT else None
        if fault is not None:
            yield Problem(
                message=f"The front matter {fault.words}.", span=document.span(fault.start, fault.end)
            )

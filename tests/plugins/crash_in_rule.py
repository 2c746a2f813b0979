"""A plugin with one rule that fails and one that works."""

from citebound import hookimpl
from citebound.rules import Problem, Rule


class Fails(Rule):
    """Fails.

    Why:
        To show that the others go on.
    """

    code = "TST001"
    name = "fails"

    def check(self, subject):
        yield Problem(message="found before the failure")
        raise RuntimeError("in the middle")


class Works(Rule):
    """Works."""

    code = "TST002"
    name = "works"
    severity = "info"

    def check(self, subject):
        yield Problem(message="found", span=subject.document.span(0, 1))


@hookimpl
def citebound_rules():
    return [Fails, Works]

"""A disputed attribution makes no perpetrator; who claims an event is in it."""

from citebound.model import Claim, ClaimSource, Span
from citebound_hooks.events.involvement import involved

SENTENCE = Span(0, 1, "x")


def claim(ident, kind, source=None, **more):
    return Claim(
        id=ident, sentence=SENTENCE, kind=kind, source=ClaimSource(actor=source), rule="test", **more
    )


def test_who_claims_an_event_comes_first():
    assert involved(["A2"], [claim("C1", "claim-responsibility", "A1")]) == ("A1", "A2")


def test_whom_a_contested_claim_names_is_left_out():
    accused = claim("C1", "accuse", targets=("A2",), contested_by=("C2",))
    assert involved(["A2", "A3"], [accused, claim("C2", "claim-responsibility", "A1")]) == ("A1", "A3")


def test_an_uncontested_accusation_names_who_was_in_it():
    assert involved(["A2"], [claim("C1", "accuse", targets=("A2",))]) == ("A2",)


def test_who_denies_or_does_not_claim_is_not_added():
    claims = [claim("C1", "deny", "A1"), claim("C2", "claim-responsibility", "A2", negated=True)]
    assert involved([], claims) == ()

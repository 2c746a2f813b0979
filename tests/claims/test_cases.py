"""The cases of `cases.yml` and `cases.fr.yml`: invented sentences, and the claims that a reader finds in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
CASES = [
    (language, case)
    for language, name in (("en", "cases.yml"), ("fr", "cases.fr.yml"))
    for case in yaml.safe_load((HERE / name).read_text("utf-8"))
]


def as_case(claim):
    """A claim as the cases write it: what is empty or ordinary is left out."""
    case = {
        "source": claim.source.span.exact if claim.source.span else None,
        "cue": claim.cue.exact if claim.cue else None,
        "content": [span.exact for span in claim.content],
        "kind": claim.kind,
    }
    if claim.negated:
        case["negated"] = True
    if claim.quotation != "indirect":
        case["quotation"] = claim.quotation
    if claim.hedges:
        case["hedges"] = [span.exact for span in claim.hedges]
    return case


@pytest.mark.parametrize(("language", "case"), CASES, ids=[case["text"][:60] for _, case in CASES])
def test_case(language, case, claims_in):
    assert [as_case(claim) for claim in claims_in(case["text"], language)] == case["claims"]


def test_every_claim_names_the_frame_that_made_it(claims_in):
    rules = {claim.rule for language, case in CASES for claim in claims_in(case["text"], language)}
    assert rules
    assert all(rule.startswith("claims.") for rule in rules)

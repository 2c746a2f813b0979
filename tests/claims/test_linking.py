"""The cases of `linking.yml`: whose the claims are, when, through whom, and against which others."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("linking.yml").read_text("utf-8"))


def steps(claim):
    return [
        " | ".join(link.name for link in step) for _, step in groupby(claim.chain, key=lambda link: link.step)
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case, linked):
    found = linked(case["text"], case.get("language", "en"))
    cues = {claim.id: claim.cue.exact for claim in found.claims}
    names = {actor.id: actor.name for actor in found.actors}
    outlets = {citation.id: citation.outlet for citation in found.citations}
    for cue, expected in case["claims"].items():
        claims = [claim for claim in found.claims if claim.cue.exact == cue]
        assert claims, f"no claim with the cue {cue!r} among {sorted(cues.values())}"
        told = [
            {
                "actor": names.get(claim.source.actor),
                "chain": steps(claim),
                "citations": [outlets[item] for item in claim.citations],
                "contested": [cues[item] for item in claim.contested_by],
                "when": claim.when.iso if claim.when else None,
            }
            for claim in claims
        ]
        assert any(all(one[key] == value for key, value in expected.items()) for one in told), told


def test_steps_of_a_chain_are_counted_from_the_first_speaker(linked):
    for case in CASES:
        for claim in linked(case["text"]).claims:
            assert [link.step for link in claim.chain] == sorted(link.step for link in claim.chain)
            assert not claim.chain or claim.chain[0].step == 0

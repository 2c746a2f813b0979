"""What a source refuses to say, it does not say."""

import pytest

from citebound.model import Upload


@pytest.mark.parametrize(
    ("sentence", "cue", "negated"),
    [
        ("The ministry refused to confirm that the dam had failed.", "confirm", True),
        ("The ministry declined to confirm that the dam had failed.", "confirm", True),
        ("The ministers refuse to confirm that the dam had failed.", "confirm", True),
        ("The ministry failed to condemn the attack on the village.", "condemn", True),
        ("The ministry stopped short of accusing the council of theft.", "accusing", True),
        ("The ministry confirmed that the dam had failed.", "confirmed", False),
        ("The ministry said that the council refused aid.", "said", False),
    ],
)
def test_a_withheld_statement_is_negated(workflow, sentence, cue, negated):
    text = f"{sentence} The road to the valley stayed closed for days."
    (document,) = workflow.read(Upload(content=text.encode(), filename="r.txt"))
    claims = workflow.extract(document, workflow.describe(document)).claims
    found = {claim.cue.exact: claim.negated for claim in claims if claim.cue}
    assert found.get(cue, negated) is negated
    assert negated or cue in found

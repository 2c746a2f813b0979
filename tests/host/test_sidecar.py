"""A sidecar file holds what the desk says of one report."""

import pytest

from citebound.desk.sidecar import load_sidecar, sidecar_of
from citebound.errors import ConfigurationError
from citebound.model import Anchor, Decision, SuppliedField

WHOLE = """
[record]
accessed = 2024-03-24
authors = ["A. Berg", "C. Dahl"]
issue = 7

[aliases]
"Reed Cutters" = ["RC", "the Cutters"]

[[decisions.reject]]
quote = "claimed"
start = 17
text = "misread"

[[decisions.retype]]
quote = "RC"
type = "armed-group"
"""

WRONG = {
    "[record\n": ":1: not TOML",
    "[recrod]\n": "recrod",
    "[[decisions.dismiss]]\nquote = 'x'\n": ":1: 'decisions' cannot hold 'dismiss'; known are accept,",
    "[[decisions.rejct]]\nquote = 'x'\n": ":1: 'decisions' cannot hold 'rejct'; did you mean 'reject'?",
    "[[decisions.reject]]\nwords = 'x'\n": "words",
    "[[decisions.reject]]\ntext = 'x'\n": ":1: 'quote' is missing in 'decisions'",
    "[[decisions.reject]]\nquote = 'x'\nstart = 'y'\n": ":3: 'start' must be a whole number, not text",
    "[record]\nauthors = [1]\n": ":2: authors: write text",
    "[record]\ntitle = 'x'\naccessed = 'yesterday'\n": ":3: accessed: 'yesterday' is no date; write it as 2024-03-24",
    "[[decisions.retype]]\nquote = 'x'\ntype = 'robot'\n": ":3: 'type' cannot be 'robot'; known are armed-group,",
    "[briefing]\nmarkings = 'x'\n": ":2: unknown key 'markings'; did you mean 'marking'?",
    "[briefing]\nmarking = ''\n": ":2: the marking is empty",
    "[briefing]\nappend = 'all'\n": ":2: 'append' cannot be 'all'; known are ",
    "[[suppress]]\ncodes = []\nreason = 'x'\n": ":2: a suppression names no rule; write codes",
    "[[suppress]]\ncodes = ['']\nreason = 'x'\n": ":2: a suppression names no rule; write codes",
    "[redact]\nnames = ['x', ' ']\n": ":1: an empty text would hide nothing",
    "[redact]\nspans = [{quote = ''}]\n": ":1: an empty text would hide nothing",
    "[redact]\nspans = [{start = 3}]\n": "quote",
    "[redact]\nmark = ''\nnames = ['x']\n": ":1: mark is ''",
}


def test_fields_aliases_and_decisions_are_read(tmp_path):
    path = sidecar_of(tmp_path / "report.txt")
    assert path.name == "report.txt.citebound.toml"
    path.write_text(WHOLE)
    found = load_sidecar(path)
    assert found.supplied == (
        SuppliedField(field="accessed", value="2024-03-24", by=path.name),
        SuppliedField(field="authors", value="A. Berg; C. Dahl", by=path.name),
        SuppliedField(field="issue", value="7", by=path.name),
    )
    assert found.decisions == (
        Decision(action="merge", anchor=Anchor(quote="Reed Cutters"), others=("RC", "the Cutters")),
        Decision(action="reject", anchor=Anchor(quote="claimed", start=17), text="misread"),
        Decision(action="retype", anchor=Anchor(quote="RC"), type="armed-group"),
    )


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_named_with_the_file(tmp_path, text):
    path = tmp_path / "report.txt.citebound.toml"
    path.write_text(text)
    with pytest.raises(ConfigurationError) as error:
        load_sidecar(path)
    assert str(path) in str(error.value)
    assert WRONG[text] in str(error.value)

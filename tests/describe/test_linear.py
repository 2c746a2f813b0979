"""Looking for an unlabelled disclaimer takes time that grows with the length of a page and no faster."""

import time

import pytest

from citebound.model import Upload
from citebound_hooks.describe.disclaimers import find_disclaimer
from citebound_hooks.describe.lines import lines_of
from citebound_hooks.profiles.catalogue import built_in_profiles

LINES = [
    "Any views expressed are solely those of the author or publisher",
    "This is not a UNHCR publication. UNHCR is not responsible for, nor",
    "The council met in the school because the river rose again.",
]


@pytest.mark.parametrize("line", LINES)
def test_a_paragraph_of_many_lines_of_a_disclaimer(workflow, line):
    (document,) = workflow.read(Upload(content=f"{line}\n".encode() * 4000, filename="r.txt"))
    refworld = next(profile for profile in built_in_profiles() if profile.name == "refworld")
    lines = tuple(lines_of(document.text))
    began = time.process_time()
    find_disclaimer(document, lines, refworld)
    assert time.process_time() - began < 3, "each line looked at with its whole paragraph takes a minute"

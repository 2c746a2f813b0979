"""The same briefing gives the same bytes; its date comes from the record, never from the clock."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import msgspec
import pytest

from citebound.errors import ConfigurationError
from citebound.model import Briefing, Upload
from citebound_hooks.briefing.manuscript.metadata import EPOCH, date_of
from citebound_hooks.briefing.rendering import render

RENDER = """
import sys
from pathlib import Path
import msgspec
from citebound.model import Briefing
from citebound_hooks.briefing.rendering import render
sys.stdout.buffer.write(render(msgspec.json.decode(sys.stdin.buffer.read(), type=Briefing), Path(sys.argv[1])))
"""


def test_twice_in_one_process(briefing, template):
    assert render(briefing, template) == render(briefing, template)


def test_in_processes_with_different_hash_seeds(briefing, template):
    data = msgspec.json.encode(briefing)
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", RENDER, str(template)],
            input=data,
            capture_output=True,
            check=True,
            env=environment,
        )
        outputs.add(done.stdout)
    assert outputs == {render(msgspec.json.decode(data, type=Briefing), template)}


def _with(briefing, **fields):
    changed = msgspec.structs.replace(briefing.record.fields, **fields)
    return msgspec.structs.replace(briefing, record=msgspec.structs.replace(briefing.record, fields=changed))


def test_the_date_of_access_comes_first(briefing):
    assert date_of(briefing) == datetime(2020, 2, 1, tzinfo=UTC)


def test_then_the_date_of_publication(briefing):
    assert date_of(_with(briefing, accessed=None)) == datetime(2019, 5, 20, tzinfo=UTC)


def test_without_any_date_it_is_fixed(briefing):
    assert date_of(_with(briefing, accessed=None, publication_date=None)) == EPOCH


def test_the_date_that_the_briefing_carries_overrules(briefing):
    stated = datetime(1970, 1, 2, tzinfo=UTC)
    assert date_of(msgspec.structs.replace(briefing, dated=stated)) == stated


def test_source_date_epoch_is_read_when_a_briefing_is_made_and_no_more_after(workflow, briefing, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    (made,) = workflow.brief(Upload(content=b"Maren Holt spoke.", filename="note.txt"))
    assert made.dated == datetime(1970, 1, 2, tzinfo=UTC)
    assert date_of(briefing) == datetime(2020, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize("value", ["tomorrow", "1.5", "9" * 30])
def test_a_wrong_source_date_epoch_is_named(workflow, monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(ConfigurationError, match=r"SOURCE_DATE_EPOCH is .* not a number of seconds"):
        workflow.brief(Upload(content=b"Maren Holt spoke.", filename="note.txt"))

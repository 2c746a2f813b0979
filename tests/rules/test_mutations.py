"""Clean pages with one defect put in at random: it is found, and no other error is."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citebound.configuration import Configuration
from citebound.model import Document, Finding, SourceRecord, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

FOLDER = Path(__file__).parent
EXAMPLES = 800


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"rules_{name}", FOLDER / f"{name}.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


mutations = _load("mutations")
# SRC005 is the one rule that needs the whole extraction.
WORKFLOW = Workflow(Plugins(), Configuration(profile="refworld", ignore=("SRC005",)))


def _read(text: str) -> tuple[Document, SourceRecord]:
    (document,) = WORKFLOW.read(Upload(content=text.encode(), filename="page.txt", media_type="text/plain"))
    return document, WORKFLOW.describe(document)


def _found(text: str) -> tuple[Finding, ...]:
    return WORKFLOW.check(*_read(text)).findings


def _pages() -> Iterator[tuple[str, SourceRecord, tuple[Finding, ...]]]:
    for path in sorted((FOLDER / "clean").glob("refworld-*.txt")):
        document, record = _read(path.read_text("utf-8"))
        yield document.text, record, WORKFLOW.check(document, record).findings


PAGES = tuple(_pages())


def _judge(name: str, page: int, seed: int) -> tuple[bool, list[str]] | None:
    """Whether the defect is found, and the errors of other rules; None if the page cannot have it."""
    text, record, before = PAGES[page]
    mutated = mutations.MUTATIONS[name](mutations.Page(text, record, Random(seed)))
    if mutated is None or mutated == text:
        return None
    code, known = name[:6], Counter((each.code, each.message) for each in before)
    fresh = [each for each in _found(mutated) if not known[each.code, each.message]]
    others = [
        f"{each.code} {each.message}" for each in fresh if each.severity == "error" and each.code != code
    ]
    return any(each.code == code for each in fresh), others


@pytest.mark.parametrize("name", sorted(mutations.MUTATIONS))
def test_a_defect_is_found_on_every_page_that_can_have_it(name: str):
    judged = {page: _judge(name, page, 7) for page in range(len(PAGES))}
    assert any(each is not None for each in judged.values()), "no page can have this defect"
    missed = [page for page, each in judged.items() if each is not None and not each[0]]
    assert not missed
    assert [each[1] for each in judged.values() if each and each[1]] == []


def test_random_defects_are_found_and_no_other_error_appears():
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.sampled_from(sorted(mutations.MUTATIONS)), st.integers(0, len(PAGES) - 1), st.integers(0, 2**32)
    )
    def mutate(name: str, page: int, seed: int) -> None:
        judged = _judge(name, page, seed)
        if judged is not None:
            outcomes["found" if judged[0] else "missed"] += 1
            wrong.extend(judged[1])

    mutate()
    assert len(mutations.MUTATIONS) >= 30
    assert outcomes.total() >= 200
    assert outcomes["found"] / outcomes.total() >= 0.98
    assert wrong == []

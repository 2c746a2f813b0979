"""A checked page, its findings and its record, for the formats to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from citebound.compliance.findings import gather
from citebound.configuration import Configuration
from citebound.formats import OutputContext
from citebound.model import Document, Findings, Incomplete, SourceRecord, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow
from citebound_hooks.formats.catalogue import built_in_formats

PAGE = Path(__file__).with_name("vale.txt").read_bytes()
PATH = "reports/vale, 2019.txt"


@pytest.fixture(scope="session")
def workflow() -> Workflow:
    return Workflow(Plugins(), Configuration(profile="refworld"))


@pytest.fixture(scope="session")
def document(workflow: Workflow) -> Document:
    return workflow.read(Upload(content=PAGE, filename="vale.txt", media_type="text/plain"))[0]


@pytest.fixture(scope="session")
def record(workflow: Workflow, document: Document) -> SourceRecord:
    return workflow.describe(document)


@pytest.fixture(scope="session")
def findings(workflow: Workflow, document: Document, record: SourceRecord) -> Findings:
    """An error, a warning and two infos; the first info is known, the second suppressed with its reason."""
    found = workflow.check(document, record, path=PATH).findings
    chosen = [each for each in found if each.code in ("CIT012", "CIT004", "CIT027", "DIS007")]
    marked = [
        replace(each, status="known") if each.code == "CIT027"
        else replace(each, status="suppressed", justification="the scan is so") if each.code == "DIS007"
        else each
        for each in chosen
    ]  # fmt: skip
    broken = Incomplete(plugin="estuary", hook="citebound_rules", error="KeyError: 'tide'")
    return gather(marked, files=1, incomplete=[broken])


@pytest.fixture(scope="session")
def context(workflow: Workflow, document: Document) -> OutputContext:
    return OutputContext(rules=workflow.registry.rules, documents={PATH: document}, width=100)


@pytest.fixture(scope="session")
def written(context: OutputContext) -> Callable[..., str]:
    """Returns what a format writes."""

    def write(shape: str, name: str, value: Any, **changes: Any) -> str:
        form = next(form for form in built_in_formats() if (form.shape, form.name) == (shape, name))
        used = OutputContext(
            **{"rules": context.rules, "documents": context.documents, "width": 100} | changes
        )
        text = form.write(value, used)
        assert isinstance(text, str)
        assert text == form.write(value, used), "the same value must give the same text"
        return text

    return write

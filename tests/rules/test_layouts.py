"""Every defect, put into every clean page that can have it: found exactly once, on its line, and no other error."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from citebound.configuration import Configuration
from citebound.model import Finding, SourceRecord, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

FOLDER = Path(__file__).parent
# SRC005 is the one rule that needs the whole extraction.
WORKFLOW = Workflow(Plugins(), Configuration(ignore=("SRC005",)))
PAGES = [path for path in sorted((FOLDER / "clean").iterdir()) if path.suffix in (".txt", ".html", ".md")]


def _load(name: str) -> ModuleType:
    spec = util.spec_from_file_location(f"rules_{name}", FOLDER / f"{name}.py")
    assert spec
    assert spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


layout_defects = _load("layout_defects")


def _check(name: str, content: bytes) -> tuple[SourceRecord, tuple[Finding, ...]]:
    (document,) = WORKFLOW.read(Upload(content=content, filename=name))
    record = WORKFLOW.describe(document)
    return record, WORKFLOW.check(document, record).findings


@cache
def _clean(path: Path) -> tuple[str, str, SourceRecord, Counter[tuple[str, str]]]:
    content = path.read_bytes()
    try:
        text, encoding = content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = content.decode("latin-1"), "latin-1"
    record, findings = _check(path.name, content)
    return text, encoding, record, Counter((each.code, each.message) for each in findings)


@pytest.mark.parametrize("name", sorted(layout_defects.DEFECTS))
def test_a_defect_is_found_once_and_on_its_line_in_every_layout(name: str):
    judged = 0
    for path in PAGES:
        text, encoding, record, known = _clean(path)
        changed = layout_defects.DEFECTS[name](layout_defects.Sheet(text, record))
        if changed is None or changed.text == text:
            continue
        judged += 1
        findings = _check(path.name, changed.text.encode(encoding))[1]
        fresh = [each for each in findings if not known[each.code, each.message]]
        found = [each for each in fresh if each.code == name[:6]]
        assert len(found) == 1, f"{path.name}: {[each.message for each in found]}"
        assert found[0].line in changed.lines, path.name
        others = [each.message for each in fresh if each.severity == "error" and each.code != name[:6]]
        assert others == [], path.name
    assert judged, "no page can have this defect"

"""Which formats of findings get the documents: only those that show their words, so that long runs keep none."""

from __future__ import annotations

import pytest

from citebound.formats import Format
from citebound_hooks.formats.catalogue import built_in_formats

FINDINGS = [form for form in built_in_formats() if form.shape == "findings"]
PAGE = (
    "Roads Without Maps\n\nPublisher Harrow Institute\nPublication Date 31 February 2024\n\nThe road ends.\n"
)


@pytest.mark.parametrize("form", FINDINGS, ids=[form.name for form in FINDINGS])
def test_a_format_gets_documents_only_if_it_shows_them(form, citebound, tmp_path, monkeypatch):
    seen = []

    def write(findings, context):
        seen.append((len(findings.findings), dict(context.documents)))
        return "written"

    told = Format(
        name=form.name, shape="findings", description="", write=write, shows_documents=form.shows_documents
    )
    monkeypatch.setattr("citebound.registry.Registry.format", lambda *_: told)
    (tmp_path / "page.txt").write_text(PAGE)
    citebound("check", "--format", form.name, str(tmp_path / "page.txt"))
    ((count, documents),) = seen
    assert count
    assert bool(documents) == (form.name in ("text", "sarif"))


def test_a_format_of_a_plugin_gets_them_unless_it_says_otherwise():
    assert Format(name="card", shape="findings", description="", write=str).shows_documents

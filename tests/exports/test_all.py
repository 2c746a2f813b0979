"""What holds for every export."""

import json
import sys

import pytest
from msgspec.structs import replace

from citebound.errors import ConfigurationError, UsageError
from citebound.formats import Given, OutputContext
from citebound.model import DocumentText, Extraction, Extractor
from citebound_hooks.exports import citebound_formats

NAMES = [form.name for form in citebound_formats()]


def test_the_exports_are_of_extractions():
    assert [(form.name, form.shape) for form in citebound_formats()] == [
        ("w3c", "extraction"),
        ("stix", "extraction"),
        ("prov", "extraction"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_extraction_gives_the_same_text_and_another_another(name, exported, extraction):
    other = replace(extraction, document=replace(extraction.document, sha256="cd" * 32))
    assert exported(name) == exported(name)
    assert exported(name) != exported(name, other)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_sets_does_not_show(name, exported, process, examples):
    exported(name)  # skips without the library
    report = examples / "refworld-page.txt"
    one, two = (process("extract", report, "--format", name, env={"PYTHONHASHSEED": seed}) for seed in "12")
    assert (one.returncode, one.stderr) == (0, b"")
    assert len(one.stdout) > 1000
    assert one.stdout == two.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_text_without_items_is_exported_too(name, exported):
    place = DocumentText(sha256="0" * 64, media_type="text/plain", language=None, text="No.")
    written = exported(name, Extraction(document=place, extractor=Extractor(name="citebound", version="0")))
    assert written.startswith("{")
    assert written.endswith("}\n")


@pytest.mark.parametrize(("name", "library"), [("stix", "stix2"), ("prov", "prov")])
def test_a_missing_library_is_one_line_that_says_what_to_install(name, library, extraction, monkeypatch):
    for module in list(sys.modules):
        if module.startswith((library + ".", "citebound_hooks.exports.")):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    form = next(form for form in citebound_formats() if form.name == name)
    with pytest.raises(UsageError) as error:
        form.write(extraction, OutputContext())
    told = f"the format {name} needs the library {library}, which is not installed: "
    assert str(error.value).startswith(told)
    assert str(error.value).endswith("pip install 'citebound[exports]'")


def test_the_epoch_that_is_set_is_the_time_of_the_objects(exported, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert '"created": "2023-11-14T22:13:20.000Z"' in exported("stix")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(ConfigurationError, match="SOURCE_DATE_EPOCH is 'soon'"):
        exported("stix")


@pytest.mark.parametrize("name", NAMES)
def test_the_source_record_goes_along(name, exported, citebound, examples):
    exported(name)  # skips without the library
    told = citebound("extract", examples / "refworld-page.txt", "--format", name).stdout.decode()
    record = json.loads(citebound("record", examples / "refworld-page.txt").stdout)["fields"]
    for field in ("title", "publisher", "url", "symbol"):
        assert json.dumps(record[field]["value"], ensure_ascii=False)[1:-1] in told


@pytest.mark.parametrize("name", NAMES)
def test_several_extractions_are_one_array(name, exported, extraction):
    alone = json.loads(exported(name))
    form = next(form for form in citebound_formats() if form.name == name)
    together = json.loads(form.write_several([Given(extraction, OutputContext())] * 2))
    assert together == [alone, alone]

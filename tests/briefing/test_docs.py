"""What the pages on templates and briefings show, runs; what they list, is all there is."""

import re
import shlex

import pytest
from lxml import etree

from citebound_hooks.briefing import attachment_names
from citebound_hooks.briefing.template.vocabulary import RNG, SCHEMA
from citebound_hooks.briefing.view.model import View

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"(?:# |<!-- )(house/[\w./-]+)(?: -->)?\n")


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "templates.md").read_text("utf-8")


@pytest.mark.slow
def test_the_tutorial_runs(page, citebound, examples, tmp_path):
    (tmp_path / "report.txt").write_bytes((examples / "refworld-page.txt").read_bytes())
    ran = 0
    for language, text in BLOCK.findall(page):
        if named := NAMED.match(text):
            (tmp_path / named[1]).write_text(text[named.end() :], "utf-8")
        elif language == "sh":
            for line in text.splitlines():
                done = citebound(*shlex.split(line)[1:])
                assert done.returncode == 0, (line, done.stderr.decode())
                ran += 1
    assert ran >= 7
    assert (tmp_path / "house.pdf").read_bytes().startswith(b"%PDF-1.7")


def _named(page, heading):
    """The names in the first column of the tables under a heading."""
    part = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([\w-]+)`", row)]


def test_all_elements_are_explained(page):
    elements = etree.parse(str(SCHEMA)).getroot().iter(f"{RNG}element")
    assert sorted(_named(page, "The markup")) == sorted({element.get("name") for element in elements})


def test_all_values_are_explained(page):
    assert sorted(_named(page, "The values")) == sorted(View.__struct_fields__)


def test_all_attachments_are_explained(root):
    text = (root / "docs" / "briefing.md").read_text("utf-8")
    names = {
        value for key, value in vars(attachment_names).items() if key.isupper() and isinstance(value, str)
    }
    assert len(names) == 5
    assert all(f"| `{name}` |" in text for name in names)
    assert all(f"`{name}`" in text for name in attachment_names.ORIGINALS.values())


@pytest.mark.parametrize("name", ["templates.md", "briefing.md"])
def test_links_and_pictures_are_there(root, name):
    text = (root / "docs" / name).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (root / "docs" / target).exists(), target

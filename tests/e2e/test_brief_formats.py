"""`citebound brief --format`: what it writes, where, and what it says of what it does not know."""

import json
import re

import pytest

from citebound import hookimpl
from citebound.errors import PluginError
from citebound.formats import Format
from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

BEGINNINGS = {"pdf": b"%PDF-1.7", "html": b"<!DOCTYPE html>", "docx": b"PK", "json": b"{"}


@pytest.fixture
def report(examples, tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes((examples / "refworld-page.txt").read_bytes())
    return path


@pytest.mark.parametrize("form", BEGINNINGS)
def test_the_briefing_stands_beside_the_report(citebound, report, form):
    done = citebound("brief", report, "--format", form)
    assert done.returncode == 0
    target = report.with_name(f"report.briefing.{form}")
    assert done.stdout.decode() == f"{target}\n"
    assert target.read_bytes().startswith(BEGINNINGS[form])


@pytest.mark.parametrize("form", BEGINNINGS)
def test_the_name_of_the_file_tells_the_format(citebound, report, form):
    target = report.with_name(f"handed-over.{form}")
    assert citebound("brief", report, "-o", target).returncode == 0
    assert target.read_bytes().startswith(BEGINNINGS[form])


def test_the_option_comes_before_the_name(citebound, report):
    target = report.with_name("page.txt")
    assert citebound("brief", report, "--format", "html", "-o", target).returncode == 0
    assert target.read_bytes().startswith(b"<!DOCTYPE html>")


def test_several_reports_go_into_a_folder(citebound, report, tmp_path):
    again = tmp_path / "report.html"
    again.write_text("<html><body><p>The gate was shut, said Ilya Maren.</p></body></html>")
    done = citebound("brief", report, again, "--format", "html", "-o", f"{tmp_path}/out/")
    assert done.returncode == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["report.html.briefing.html", "report.txt.briefing.html"]


def test_a_folder_is_walked_without_its_briefings(citebound, report, tmp_path):
    citebound("brief", report, "--format", "html")
    done = citebound("check", tmp_path, "--format", "json")
    assert json.loads(done.stdout)["summary"]["files"] == 1


def test_an_unknown_format_is_told_with_those_that_are_there(citebound, report):
    done = citebound("brief", report, "--format", "odt")
    assert done.returncode == 2
    said = done.stderr.decode()
    assert "there is no format 'odt' for briefings; there are docx, " in said
    assert "html" in said


class Cards:
    """A plugin with a format of briefings of its own."""

    @hookimpl
    def citebound_formats(self):
        return [
            Format(name="card", shape="briefing", description="a catalogue card", write=card),
            Format(name="broken", shape="briefing", description="fails", write=lambda *_: 1 / 0),
        ]


def card(briefing, context):
    return f"{briefing.record.fields.title.value} ({context.template.name})\n"


def test_a_plugin_adds_a_format(examples):
    workflow = Workflow(Plugins(extra={"cards": Cards()}))
    path = examples / "refworld-page.txt"
    (briefing,) = workflow.brief(Upload(content=path.read_bytes(), filename=path.name))
    assert workflow.render(briefing, form="card") == b"Orvania: A Ceasefire That Holds on Paper (briefing)\n"
    with pytest.raises(PluginError, match="format broken: ZeroDivisionError: division by zero"):
        workflow.render(briefing, form="broken")


@pytest.mark.parametrize(("form", "kind"), [("html", "text/html"), ("docx", "application/vnd.")])
def test_only_the_pdf_can_be_verified(citebound, report, form, kind):
    citebound("brief", report, "--format", form)
    done = citebound("verify", report.with_name(f"report.briefing.{form}"))
    assert done.returncode == 3
    said = done.stderr.decode()
    assert kind in said
    assert "cannot be verified; verify the PDF of the briefing" in said


@pytest.mark.parametrize(
    ("command", "first", "default"),
    [
        ("check", "text", "text"),
        ("record", "json", "json"),
        ("extract", "json", "json"),
        ("brief", "pdf", "what FILE"),
    ],
)
def test_each_command_lists_its_formats(citebound, command, first, default):
    said = " ".join(citebound(command, "--help").stdout.decode().split())
    assert f"--format NAME Output format: {first}, " in said
    assert f"[default: {default}" in said.partition("Output format: ")[2]


def test_the_format_of_the_page_on_plugins_works(citebound, report, root):
    page = (
        (root / "docs" / "plugins.md")
        .read_text("utf-8")
        .partition("\n## A format\n")[2]
        .partition("\n## ")[0]
    )
    (code,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    plugin = report.with_name("card.py")
    plugin.write_text(code)
    done = citebound("--plugin", plugin, "brief", report, "--format", "card")
    assert done.returncode == 0, done.stderr.decode()
    made = report.with_name("report.briefing.txt").read_text()
    assert made == "Orvania: A Ceasefire That Holds on Paper\nHarrow Institute for Border Studies\n"

"""`citebound template`, and templates that build on others, as a desk uses them."""

import shutil
from io import BytesIO

import pypdf
import pytest

from citebound.errors import ConfigurationError
from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.template.lineage import lineage, merged


def test_the_list_has_all_templates_with_a_line_on_each(citebound):
    lines = citebound("template", "list").stdout.decode().splitlines()
    assert [line.split()[0] for line in lines] == ["briefing", "full", "one-page"]
    assert all(len(line.split()) > 5 for line in lines)


def test_a_desk_begins_a_template_changes_it_and_makes_briefings_with_it(citebound, examples, tmp_path):
    made = citebound("template", "new", "desk", "--from", "one-page").stdout.decode().split()
    assert made == ["desk/style.toml", "desk/strings/en.toml", "desk/briefing.xml.j2"]
    (tmp_path / "desk/strings/en.toml").write_text('[words]\nkicker = "Harbour Desk"\n')
    assert citebound("template", "check", "desk").stdout == b"desk: the template is valid in en, fr\n"
    report = examples / "refworld-page.txt"
    done = citebound("brief", report, "--template", "desk", "-o", "out.pdf")
    assert done.returncode == 0, done.stderr
    page = pypdf.PdfReader(tmp_path / "out.pdf").pages[0].extract_text()
    assert page.split("\n")[1].startswith("Harbour Desk")
    proof = citebound("verify", "out.pdf", report)
    assert proof.returncode == 0
    assert b"agrees with the original." in proof.stdout


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (
            ("new", "desk", "--from", "poster"),
            "there is no template 'poster'; there are briefing, full, one-page",
        ),
        (("new", "."), ". is there already; name a new folder"),
        (("check", "nowhere"), "nowhere: there is no such folder"),
        (("check", "empty"), "empty/style.toml: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(citebound, tmp_path, command, message):
    (tmp_path / "empty").mkdir()
    done = citebound("template", *command)
    assert done.returncode == 2
    assert done.stderr.decode() == f"citebound: {message}\n"


@pytest.fixture
def desk(tmp_path):
    """A template that says nothing of its own."""
    folder = tmp_path / "desk"
    (folder / "strings").mkdir(parents=True)
    (folder / "style.toml").write_text('extends = "briefing"\n')
    return folder


def pages_of(content):
    """What stands on the pages; the files of the template, whose digest goes along, are others."""
    return [page.get_contents().get_data() for page in pypdf.PdfReader(BytesIO(content)).pages]


def test_a_template_that_says_nothing_of_its_own_is_the_one_that_it_builds_on(
    briefing, desk, template, tmp_path
):
    twin = tmp_path / "twin" / "desk"
    shutil.copytree(template, twin)
    assert pages_of(render(briefing, desk)) == pages_of(render(briefing, twin))


def test_own_styles_and_words_hold_and_a_change_below_is_seen(briefing, desk, template, tmp_path):
    base = tmp_path / "base"
    shutil.copytree(template, base)
    (desk / "style.toml").write_text('extends = "../base"\n[colours]\nink = "#000080"\n')
    first = render(briefing, desk)
    strings = base / "strings/en.toml"
    strings.write_text(strings.read_text("utf-8").replace("Bottom line", "In short"), "utf-8")
    assert render(briefing, desk) != first


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"style.toml": 'extends = "poster"'}, r"desk/style\.toml: extends 'poster', but there is no such"),
        ({"style.toml": "extends = 3"}, r"desk/style\.toml: extends 3, but there is no such template"),
        ({"style.toml": 'extends = "../desk"'}, r"desk/style\.toml: extends '\.\./desk' leads back"),
        ({"style.toml": 'extends = "briefing"\ninc = "#000"'}, r"desk/style\.toml:2: unknown key 'inc'"),
        (
            {"strings/en.toml": "[wrods]\nx = 'y'"},
            r"desk/strings/en\.toml: unknown key 'wrods'; did you mean 'words'\?",
        ),
        (
            {"briefing.xml.j2": "{% import 'parts.xml.j2' as part with context %}\n{{ part.poem() }}"},
            r"desk/briefing\.xml\.j2:2: .*'poem'",
        ),
        (
            {"briefing.xml.j2": "{% import 'poem.j2' as part %}"},
            r"desk/briefing\.xml\.j2:1: there is no file 'poem\.j2' in the template's folder",
        ),
        (
            {"briefing.xml.j2": "{% include 'own.j2' %}", "own.j2": "\n{{ poem }}"},
            r"desk/own\.j2:2: 'poem' is undefined",
        ),
        (
            {"briefing.xml.j2": "{% include 'own.j2' %}", "own.j2": "\n\n<poem/>"},
            r"desk/own\.j2:3: .*poem",
        ),
        (
            {"briefing.xml.j2": "{% include 'own.j2' %}", "own.j2": "\n{% if %}"},
            r"desk/own\.j2:2: Expected an expression",
        ),
    ],
)
def test_mistakes_are_named_in_the_file_that_holds_them(briefing, desk, files, message):
    for name, text in files.items():
        (desk / name).write_text(text)
    with pytest.raises(ConfigurationError, match=message):
        render(briefing, desk)


def test_check_names_a_word_that_one_language_lacks(citebound, tmp_path, template):
    shutil.copytree(template, tmp_path / "desk")
    strings = tmp_path / "desk/strings/fr.toml"
    lines = [line for line in strings.read_text("utf-8").splitlines() if not line.startswith("kicker")]
    strings.write_text("\n".join(lines), "utf-8")
    done = citebound("template", "check", "desk")
    assert done.returncode == 2
    assert b"desk/strings/fr.toml: no wording 'kicker', which en has" in done.stderr


def test_tables_are_merged_key_by_key():
    assert merged({"a": {"b": 1, "c": [1]}, "d": 2}, {"a": {"c": [2]}, "e": 3}) == {
        "a": {"b": 1, "c": [2]}, "d": 2, "e": 3,
    }  # fmt: skip


def test_the_nearest_comes_first(desk, template):
    assert lineage(desk) == (desk, template)
    assert lineage(template) == (template,)


def test_links_back_to_places_that_a_template_leaves_out_are_left_out(briefing, desk):
    markup = """{% import 'parts.xml.j2' as part with context %}
<briefing xml:lang="en" title="T" about="A"><body><page>{{ part.title_block() }}{{ part.bottom_line() }}</page></body>
<annex>{{ part.source_record() }}{{ part.file_and_making() }}{{ part.quoted_sentences() }}</annex></briefing>"""
    (desk / "briefing.xml.j2").write_text(markup)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(render(briefing, desk))).pages)
    assert ", K1" in text
    assert ", C1" not in text

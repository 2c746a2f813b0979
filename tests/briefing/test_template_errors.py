"""Authors of templates get one line that names the file, the line and what is wrong."""

import shutil
from pathlib import Path

import pytest

from citebound.errors import ConfigurationError
from citebound_hooks import briefing as hooks
from citebound_hooks.briefing.rendering import render

MINIMAL = """<briefing xml:lang="en" title="T" about="A">
  <body>
    <page>
      <section kind="title">
        <heading level="1" role="title">{{ view.title }}</heading>
        BLOCK
      </section>
    </page>
  </body>
</briefing>
"""


@pytest.fixture
def desk(tmp_path, template):
    """A copy of the built-in template with a markup of few lines."""
    folder = tmp_path / "desk"
    shutil.copytree(template, folder)
    return folder


def with_block(desk, block):
    (desk / "briefing.xml.j2").write_text(MINIMAL.replace("BLOCK", block), "utf-8")
    return desk


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("{% if %}", r"briefing\.xml\.j2:6: Expected an expression"),
        ("{{ nobody }}", r"briefing\.xml\.j2:6: 'nobody' is undefined"),
        ("{{ view.nobody }}", r"briefing\.xml\.j2:6: .*has no attribute 'nobody'"),
        ("{{ view.series }}", r"briefing\.xml\.j2:6: .*has no attribute 'series'"),
        (
            "{{ t('no-such-wording') }}",
            r"briefing\.xml\.j2:6: no wording 'no-such-wording' in strings/en\.toml",
        ),
        (
            "{{ t('published-by') }}",
            r"briefing\.xml\.j2:6: the wording 'published-by' needs a value for \{name\}",
        ),
        ("{{ view.titel }}", r"briefing\.xml\.j2:6: View has no attribute 'titel'; did you mean 'title'\?$"),
        (
            "{% import 'parts.xml.j2' as part with context %}\n{{ part.titel() }}",
            r"briefing\.xml\.j2:7: the imported file has no attribute 'titel': no macro is called so$",
        ),
        (
            "<panel kind='plain'>\n<list kind='points'>\n</panel>",
            r"briefing\.xml\.j2:7: not well-formed: mismatch: <list> ends with </panel>$",
        ),
        ("{% set x = none %}{{ x }}", r"briefing\.xml\.j2:6: the template prints a value that is unknown"),
        ("<paragraph role='note'>", r"briefing\.xml\.j2:6: not well-formed: .*mismatch"),
        ("<paragraf role='note'/>", r"briefing\.xml\.j2:6: .*paragraf"),
        (
            "\n\n<paragraph>x</paragraph>",
            r"briefing\.xml\.j2:8: Element paragraph failed .* it takes id, role, elastic, .*most, continues",
        ),
        (
            "<list kind='points'><paragraph role='note'/></list>",
            r"briefing\.xml\.j2:6: Did not expect element paragraph there",
        ),
        ("<paragraph role='gothic'>x</paragraph>", r"style\.toml: types has no 'gothic'"),
        (
            "<paragraph role='note'><style name='wavy'>x</style></paragraph>",
            r"style\.toml: inlines has no 'wavy'",
        ),
        ("<table kind='chairs'/>", r"briefing\.xml\.j2:6: the style has no table of kind 'chairs'"),
        (
            "{% for i in range(3) %}<table kind='findings'>\n<row>"
            + "<cell/>" * 3
            + "</row></table>{% endfor %}",
            r"briefing\.xml\.j2:7: 3 cells, but the style has 2 columns",
        ),
        (
            "<paragraph role='note'><link to='nowhere' title='x'>x</link></paragraph>",
            r"briefing\.xml\.j2:6: nothing has the id 'nowhere'",
        ),
        ("{{ ''.__class__.__mro__ }}", r"briefing\.xml\.j2:6: access to attribute '__class__' .* is unsafe"),
        ("{% include '/etc/passwd' %}", r"briefing\.xml\.j2:\d+: there is no file '/etc/passwd'"),
    ],
)
def test_the_line_is_named(briefing, desk, block, message):
    with pytest.raises(ConfigurationError, match=message) as raised:
        render(briefing, with_block(desk, block))
    assert "\n" not in str(raised.value)
    assert str(desk) in str(raised.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("style.toml", 'language = "en"', 'language = "xx"', r"strings/xx\.toml: No such file"),
        ("style.toml", "gutter = 12", "guter = 12", r"style\.toml:14: unknown key 'guter'"),
        (
            "style.toml",
            "gutter = 12",
            'gutter = "wide"',
            r"style\.toml:\d+: 'gutter' must be a number, not text in quotation marks",
        ),
        ("style.toml", "[page]", "[page", r"style\.toml:\d+: not TOML: "),
        (
            "style.toml",
            'ink = "#16181b"',
            'ink = "black"',
            r"style\.toml: colour ink is 'black', not #rrggbb",
        ),
        ("style.toml", '"SourceSerifPro-Semibold", ', '"Gothic", ', r"no font face 'Gothic'"),
        (
            "style.toml",
            '"SourceSerifPro-Semibold", ',
            '"SourceSerifPro-Gothic", ',
            r"no font face 'SourceSerifPro-Gothic'",
        ),
        ("strings/en.toml", 'kicker = "', 'kicker = ["', r"strings/en\.toml:\d+: not TOML: "),
        ("strings/en.toml", "one = [1]", 'one = "1"', r"strings/en\.toml: .*one"),
    ],
)
def test_wrong_styles_and_strings_are_named(briefing, desk, file, old, new, message):
    path = desk / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ConfigurationError, match=message):
        render(briefing, desk)


@pytest.mark.parametrize("file", ["style.toml", "strings/en.toml"])
def test_a_missing_file_is_named(briefing, desk, file):
    (desk / file).unlink()
    with pytest.raises(ConfigurationError, match=file.replace(".", r"\.")):
        render(briefing, desk)


def test_a_template_that_is_not_utf8_is_named(briefing, desk):
    (desk / "briefing.xml.j2").write_bytes("<briefing>é</briefing>".encode("latin-1"))
    with pytest.raises(ConfigurationError, match="not UTF-8 at byte 10"):
        render(briefing, desk)


def test_a_desks_own_template_is_rendered_and_reread_when_it_changes(briefing, desk):
    first = render(briefing, with_block(desk, "<paragraph role='note'>One.</paragraph>"))
    second = render(briefing, with_block(desk, "<paragraph role='note'>Two words.</paragraph>"))
    assert first.startswith(b"%PDF-1.7")
    assert first != second


def test_a_folder_without_markup_is_left_to_other_plugins(briefing, tmp_path):
    assert hooks.citebound_render(briefing, tmp_path) is None


def test_the_built_in_templates_are_found(template):
    assert [folder / "briefing" for folder in hooks.citebound_templates()] == [template]


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ("[types.titel]\nsize = 24\n", r"house/style\.toml:2: 'family' is missing in 'types'"),
        ("[types.title]\nsise = 24\n", r"house/style\.toml:3: unknown key 'sise'; did you mean 'size'\?"),
        ('[types.title]\n\nsize = "big"\n', r"house/style\.toml:4: 'size' must be a number"),
    ],
)
def test_a_style_that_builds_on_another_names_its_own_line(briefing, tmp_path, style, message):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "style.toml").write_text(f'extends = "briefing"\n{style}')
    with pytest.raises(ConfigurationError, match=message):
        render(briefing, tmp_path / "house")


def test_a_word_that_no_other_language_has_is_told_with_the_one_that_is_meant(citebound, tmp_path):
    (tmp_path / "house" / "strings").mkdir(parents=True)
    (tmp_path / "house" / "style.toml").write_text('extends = "briefing"\n')
    (tmp_path / "house" / "strings" / "en.toml").write_text('[words]\nkickr = "Desk"\n')
    done = citebound("template", "check", "house")
    said = "citebound: house/strings/en.toml: the wording 'kickr' is only here; did you mean 'kicker'?\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


def test_a_font_file_is_found_from_wherever_the_template_is_named(citebound, tmp_path):
    import font_source_serif_pro

    source = Path(font_source_serif_pro.__file__).parent / "files" / "SourceSerifPro-Bold.ttf"
    (tmp_path / "house").mkdir()
    shutil.copy(source, tmp_path / "house" / "own.ttf")
    style = 'extends = "briefing"\n[families.serif]\nregular = ["{}", "NotoSans-Regular"]\n'
    (tmp_path / "house" / "style.toml").write_text(style.format("own.ttf"))
    assert citebound("template", "check", "house").returncode == 0
    (tmp_path / "house" / "style.toml").write_text(style.format("gone.ttf"))
    done = citebound("template", "check", "house")
    assert done.returncode == 2
    assert f"no font face '{tmp_path / 'house' / 'gone.ttf'}': No such file" in done.stderr.decode()

"""Chinese, Japanese and Korean: set where the extra citebound[cjk] is installed, shown by number where it is not."""

from io import BytesIO

import msgspec
import pytest
from pypdf import PdfReader

from citebound.errors import ConfigurationError
from citebound.model import Field
from citebound_hooks.briefing.compile import types
from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.setting import font_files
from citebound_hooks.briefing.setting.faces import load_face
from citebound_hooks.briefing.setting.font_files import at_hand, font_file
from citebound_hooks.briefing.template.folder import load_folder

INSTALLED = at_hand("NotoSansSC-Regular")
needs_fonts = pytest.mark.skipif(not INSTALLED, reason="needs the extra citebound[cjk]")
TITLE = "港口关闭 直す骨 항구"


def titled(briefing, language=None):
    title = Field(TITLE, TITLE, None, "test")
    record = briefing.record
    fields = msgspec.structs.replace(record.fields, title=title)
    document = msgspec.structs.replace(record.document, language=language)
    changed = msgspec.structs.replace(record, fields=fields, document=document)
    return msgspec.structs.replace(briefing, record=changed)


def opened(content):
    return PdfReader(BytesIO(content))


def faces_in(pdf):
    fonts = [font for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
    return {font["/BaseFont"].partition("+")[2] for font in fonts}


@needs_fonts
def test_signs_are_embedded_as_a_subset_and_read_back(briefing, template):
    content = render(titled(briefing), template)
    pdf = opened(content)
    assert TITLE in " ".join(pdf.pages[0].extract_text().split())
    assert {"NotoSansSC-Bold", "NotoSansKR-Bold"} <= faces_in(pdf)
    assert len(content) < 400_000  # of fonts of 18 MB


@needs_fonts
@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("zh", "SC"),
        ("zh-Hans-CN", "SC"),
        ("zh-Hant", "TC"),
        ("zh-TW", "TC"),
        ("ja", "JP"),
        ("ko-KR", "KR"),
        ("en", "SC"),
    ],
)
def test_signs_look_as_in_the_language_of_the_source(briefing, template, language, face):
    assert f"NotoSans{face}-Bold" in faces_in(opened(render(titled(briefing, language), template)))


@needs_fonts
def test_a_weight_is_a_place_on_the_axis_of_the_font():
    regular, bold = load_face("NotoSansJP-Regular"), load_face("NotoSansJP-Bold")
    assert (regular.axes["wght"], bold.axes["wght"]) == (400, 700)
    letter = regular.font.get_nominal_glyph(ord("W"))
    assert regular.advance(letter) < bold.advance(letter)


@needs_fonts
def test_the_same_bytes_again(briefing, template):
    assert render(titled(briefing), template) == render(titled(briefing), template)


@pytest.fixture
def without_fonts(monkeypatch):
    monkeypatch.setattr(types, "at_hand", lambda name: not name.startswith(font_files.EAST_ASIAN))


def test_without_the_extra_each_sign_is_shown_by_its_number(briefing, template, tmp_path, without_fonts):
    house = tmp_path / "house"  # a template that no test has loaded before
    house.mkdir()
    (house / "style.toml").write_text('extends = "briefing"\n')
    pdf = opened(render(titled(briefing), house))
    assert "[U+6E2F]" in pdf.pages[0].extract_text()
    assert not [face for face in faces_in(pdf) if face.startswith(font_files.EAST_ASIAN)]


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(font_files, "find_spec", lambda name: None)
    assert not at_hand("NotoSansSC-Regular")
    assert at_hand("FiraGO-Regular")
    with pytest.raises(ConfigurationError, match=r"'NotoSansSC-Regular': .* pip install 'citebound\[cjk\]'"):
        font_file("NotoSansSC-Regular")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nowhere-Regular", "not in the font packages"),
        ("nowhere/face.ttf", "No such file or directory"),
        ("SourceSerifPro-Enormous", "no font face 'SourceSerifPro-Enormous' in the package"),
        ("NotoSansSC-Enormous", "not in the font packages"),
    ],
)
def test_a_face_that_is_not_there_is_told(name, said):
    with pytest.raises(ConfigurationError, match=said):
        font_file(name)


def test_a_file_without_truetype_outlines_is_told(tmp_path):
    path = tmp_path / "face.otf"
    path.write_bytes(b"OTTO" + bytes(8))
    with pytest.raises(
        ConfigurationError, match=r"face\.otf': it has no TrueType outlines; name a \.ttf file"
    ):
        font_file(str(path))


def test_the_faces_of_a_language_come_before_their_like_only(template):
    style = load_folder(template).style
    faces = ["SourceSerifPro-Regular", "NotoSansSC-Regular", "NotoSansTC-Regular", "NotoSansJP-Regular"]
    ordered = types._ordered(faces, style, "NotoSansJP")
    assert ordered == [faces[0], faces[3], faces[1], faces[2]]
    assert types._ordered(faces, style, None) == faces

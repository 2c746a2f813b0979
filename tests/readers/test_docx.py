from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from citebound.errors import EncryptedError, NoTextError, UnreadableError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
NAMES = {"H2": "heading 2", "T": "Title", "Q": "Intense Quote", "C": "caption", "L": "List Bullet"}
BASED = {"Own": "H2", "A": "B", "B": "A"}
STYLES = (
    f"<w:styles {W}>"
    + "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in NAMES.items())
    + "".join(
        f'<w:style w:styleId="{key}"><w:basedOn w:val="{base}"/></w:style>' for key, base in BASED.items()
    )
    + '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    + "</w:styles>"
)
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>Convoy attacked</dc:title><dc:creator>Ines Okafor</dc:creator>
<dcterms:created>2017-03-07T10:00:00Z</dcterms:created><cp:keywords> </cp:keywords></cp:coreProperties>"""


MARGINS = {"header1": "Weekly bulletin", "footer1": "© 2017 Monitor", "footer2": "© 2017 Monitor"}


def docx(body: str, **parts: str) -> bytes:
    made = BytesIO()
    names = {name: f"word/{name}.xml" for name in (*MARGINS, "styles", "footnotes")} | {
        "core": "docProps/core.xml"
    }
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(names[name], content)
    return made.getvalue()


def p(text: str, style: str = "", properties: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


BLOCKS = [
    ("paragraph", p("Two lorries."), [["paragraph", "Two lorries."]]),
    ("title", p("Convoy", "T"), [["heading", "Convoy", 1]]),
    ("heading", p("Why", "H2"), [["heading", "Why", 2]]),
    ("style based on a heading", p("Why", "Own"), [["heading", "Why", 2]]),
    ("styles based on each other", p("Text", "A"), [["paragraph", "Text"]]),
    ("outline level", p("Why", "", '<w:outlineLvl w:val="2"/>'), [["heading", "Why", 3]]),
    ("list style", p("a", "L"), [["list-item", "a"]]),
    ("numbering", p("b", "", '<w:numPr><w:numId w:val="1"/></w:numPr>'), [["list-item", "b"]]),
    ("list taken back", p("a", "", '<w:numPr><w:numId w:val="0"/></w:numPr>'), [["paragraph", "a"]]),
    ("quotation and caption", p("q", "Q") + p("c", "C"), [["quotation", "q"], ["caption", "c"]]),
    (
        "runs",
        "<w:p><w:r><w:t>al-</w:t></w:r><w:r><w:t>Qaeda  and</w:t><w:tab/><w:t>x</w:t></w:r></w:p>",
        [["paragraph", "al-Qaeda and x"]],
    ),
    ("line breaks", "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", [["paragraph", "a"], ["paragraph", "b"]]),
    (
        "deletions out, insertions in",
        "<w:p><w:del><w:r><w:delText>was</w:delText></w:r></w:del><w:ins><w:r><w:t>is</w:t></w:r></w:ins></w:p>",
        [["paragraph", "is"]],
    ),
    ("built-in style that the file does not spell out", p("Why", "Heading2"), [["heading", "Why", 2]]),
    (
        "hidden text out",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r><w:r><w:t>seen</w:t></w:r>"
        "<w:r><w:rPr><w:rStyle w:val='Hidden'/></w:rPr><w:t> at all</w:t></w:r>"
        "<w:r><w:rPr><w:rStyle w:val='Hidden'/><w:vanish w:val='0'/></w:rPr><w:t> here</w:t></w:r></w:p>",
        [["paragraph", "seen here"]],
    ),
    (
        "field codes out",
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>x</w:t></w:r></w:p>",
        [["paragraph", "x"]],
    ),
    (
        "table",
        f"<w:tbl><w:tr><w:tc>{p('Publisher')}</w:tc><w:tc>{p('Lake')}{p('Monitor')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('alone')}</w:tc></w:tr></w:tbl>",
        [["table-row", "Publisher\tLake Monitor"], ["paragraph", "alone"]],
    ),
    (
        "text box once",
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p('box')}</w:txbxContent></mc:Choice><mc:Fallback>"
        f"<w:txbxContent>{p('box')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>text</w:t></w:r></w:p>",
        [["paragraph", "box"], ["paragraph", "text"]],
    ),
    (
        "raised figures",
        "<w:p><w:r><w:t>in 2016</w:t></w:r>"
        "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r></w:p>",
        [["paragraph", "in 2016¹"]],
    ),
    ("no-break space", p("Ines\u00a0Okafor") + p("\u00a0"), [["paragraph", "Ines\u00a0Okafor"]]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS]
)
def test_blocks(read, blocks_of, body, expected):
    assert blocks_of(read(docx(body, styles=STYLES), DOCX)) == expected


def test_footnotes_stand_at_the_end(read):
    separator = f'<w:footnote w:type="separator">{p("-")}</w:footnote>'
    notes = f"<w:footnotes {W}>{separator}<w:footnote>{p('Monitor, 7 March.')}</w:footnote></w:footnotes>"
    assert read(docx(p("Text."), footnotes=notes), DOCX).text == "Text.\n\nMonitor, 7 March."


def test_headers_and_footers_are_boilerplate(read, blocks_of):
    margins = {name: f"<w:ftr {W}>{p(text)}</w:ftr>" for name, text in MARGINS.items()}
    assert blocks_of(read(docx(p("Text."), **margins), DOCX)) == [
        ["paragraph", "Text."],
        ["boilerplate", "© 2017 Monitor"],
        ["boilerplate", "Weekly bulletin"],
    ]


def test_properties(read):
    metadata = read(docx(p("Text."), core=CORE), DOCX).metadata
    assert [(item.name, item.value, item.locator) for item in metadata] == [
        ("docx:title", "Convoy attacked", "docProps/core.xml/title"),
        ("docx:creator", "Ines Okafor", "docProps/core.xml/creator"),
        ("docx:created", "2017-03-07T10:00:00Z", "docProps/core.xml/created"),
    ]


def zipped(**parts) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def test_what_is_no_readable_document(read):
    whole = docx(p("Text." * 100))
    for content, error, says in [
        (b"", NoTextError, "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", EncryptedError, "password"),
        (whole[: len(whole) // 2], UnreadableError, "cut off or damaged"),
        (b"no ZIP", UnreadableError, "no whole ZIP"),
        (zipped(x="y"), UnreadableError, "not a Word document"),
        (docx(p(" ")), NoTextError, "no text"),
        (docx("<w:p>"), UnreadableError, "not well-formed"),
        (docx(p("x"), core='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), UnreadableError, "document type"),
    ]:
        with pytest.raises(error, match=says) as told:
            read(content, DOCX)
        assert "\n" not in str(told.value)


def test_a_part_that_lies_about_its_encryption(read):
    content = bytearray(docx(p("Text.")))
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    content[entry + 8] |= 1
    with pytest.raises(EncryptedError, match="password"):
        read(bytes(content), DOCX)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(read):
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", "<a/>")
        package.writestr("word/document.xml", "<b/>")
    with pytest.raises(UnreadableError, match="two parts"):
        read(made.getvalue(), DOCX)

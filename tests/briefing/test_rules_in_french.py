"""A French briefing says in French what each rule finds; the exact message stands below it, marked as English."""

import tomllib

import msgspec
import pytest

from citebound.configuration import Configuration
from citebound.plugins import Plugins
from citebound.registry import Registry
from citebound_hooks.briefing.manuscript.writing import write_manuscript
from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.template.wording import load_wordings

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def titles(template):
    return tomllib.loads((template / "rules" / "fr.toml").read_text("utf-8"))


def rows_of(briefing, template, language):
    markup = write_manuscript(briefing, template, language).markup
    return [row for row in markup.iter("row") if row[0].findtext(".//paragraph", "").strip()[:6] == "CIT004"]


def test_each_rule_has_a_french_title_and_no_title_is_left_over(titles):
    rules = Registry(Plugins(), Configuration()).rules
    assert [rule.code for rule in rules if rule.code not in titles] == []
    assert set(titles) == {rule.code for rule in rules}


def test_titles_are_one_short_sentence_each(titles):
    for code, title in titles.items():
        assert title.endswith("."), code
        assert len(title) < 130, code
        assert "'" not in title, code
    assert len(set(titles.values())) == len(titles)


@pytest.fixture
def found(briefing):
    """The briefing with one finding alone."""
    finding = msgspec.structs.replace(
        briefing.findings[0], code="CIT004", message="The cite-as line leaves out Amna Derou.", status="new"
    )
    return msgspec.structs.replace(briefing, findings=(finding,))


def test_the_message_stands_below_its_title_in_its_own_language(found, template, titles):
    ((_, cell),) = rows_of(found, template, "fr")
    title, message = cell.iterchildren()
    assert title.text == titles["CIT004"]
    (english,) = message
    assert (english.tag, english.get(LANGUAGE)) == ("foreign", "en")
    assert english.text == "The cite-as line leaves out Amna Derou."


def test_an_english_briefing_has_the_message_alone(found, template):
    ((_, cell),) = rows_of(found, template, "en")
    (message,) = cell.iterchildren()
    assert message.text == "The cite-as line leaves out Amna Derou."


def test_a_rule_of_somebody_else_has_its_message_marked(found, template):
    other = msgspec.structs.replace(found.findings[0], code="XYZ001")
    markup = write_manuscript(msgspec.structs.replace(found, findings=(other,)), template, "fr").markup
    (english,) = (each for each in markup.iter("foreign") if each.text == other.message)
    assert english.get(LANGUAGE) == "en"
    assert english.getparent().getprevious() is None
    assert english.getparent().get("role") == "cell"


def test_every_form_names_the_language(found, template):
    from io import BytesIO

    import docx
    from pypdf import PdfReader

    message = found.findings[0].message
    assert f'<span lang="en">{message}</span>' in render(found, template, "html", language="fr").decode()
    document = docx.Document(BytesIO(render(found, template, "docx", language="fr"))).element
    (run,) = [each for each in document.iter("{*}r") if message in "".join(each.itertext())]
    assert next(run.iter("{*}lang")).values() == ["en"]
    root = PdfReader(BytesIO(render(found, template, language="fr"))).trailer["/Root"]["/StructTreeRoot"]
    assert ("/Span", "en") in set(languages(root))


def languages(start):
    """The types and languages of all elements of a structure tree that name a language."""
    stack = [start]
    while stack:
        element = stack.pop().get_object()
        if isinstance(element, list):
            stack += element
        elif isinstance(element, dict):
            if "/Lang" in element:
                yield element["/S"], element["/Lang"]
            stack += [element.raw_get("/K")] if "/K" in element else []


def test_a_house_may_say_it_in_its_own_words(template, tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "fr.toml").write_text('CIT004 = "Il manque un nom."\n', "utf-8")
    wordings = load_wordings((tmp_path, template), "fr")
    assert wordings.rule("CIT004") == "Il manque un nom."
    assert wordings.rule("CIT005").startswith("La référence")
    assert load_wordings((tmp_path, template), "en").rule("CIT004") == ""

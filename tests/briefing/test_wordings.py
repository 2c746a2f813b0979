"""The wordings of the built-in templates are whole in every language."""

import re
import tomllib
from typing import get_args

import pytest

from citebound.model import ActorType, ClaimKind, Date, Fields, Severity
from citebound_hooks.briefing.template.wording import Plural, load_wordings


@pytest.fixture(params=["en", "fr"])
def wordings(request, template):
    return load_wordings((template,), request.param)


def _slots(wording):
    forms = [wording.one, wording.other] if isinstance(wording, Plural) else [wording]
    return {slot for form in forms for slot in re.findall(r"\{(\w+)\}", form)}


def test_all_languages_have_the_same_wordings_with_the_same_slots(template, wordings):
    english = load_wordings((template,), "en")
    ours = {key: _slots(word) for key, word in wordings.words.items() if not key.startswith("event-")}
    theirs = {key: _slots(word) for key, word in english.words.items()}
    optional = {key for key in theirs if isinstance(english.words[key], Plural)}
    assert ours.keys() == theirs.keys()
    assert {key: ours[key] for key in ours if key not in optional} == {
        key: theirs[key] for key in theirs if key not in optional
    }


def test_every_word_of_the_contract_has_a_wording(wordings):
    for field in Fields.__struct_fields__:
        assert wordings.field(field)
    for prefix, kinds in (("type", ActorType), ("kind", ClaimKind), ("severity", Severity)):
        for kind in get_args(kinds):
            assert wordings.say(f"{prefix}-{kind}")


def test_every_wording_is_used(root, template, wordings):
    markup = "".join(path.read_text("utf-8") for path in sorted(template.parent.glob("*/*.j2")))
    names = ("field-", "type-", "kind-", "severity-", "event-", "append-")
    program = (
        path.read_text("utf-8") for path in sorted(root.glob("hooks/citebound_hooks/briefing/**/*.py"))
    )
    code = {key for text in program for key in re.findall(r'say\("([\w-]+)"', text)}
    moved = {f"{name}-{end}" for name in re.findall(r'elastic="(\w+)"', markup) for end in ("cut", "moved")}
    for key in wordings.words:
        named = key.startswith(names) or key.endswith("-attachment") or key in code | moved
        assert named or f"'{key}'" in markup, key


@pytest.mark.parametrize(
    ("language", "iso", "iso_end", "words"),
    [
        ("en", "2017-03-05", None, "5 March 2017"),
        ("en", "2017-03", None, "March 2017"),
        ("en", "2017", None, "2017"),
        ("en", None, None, "last week"),
        ("en", "2017-03-05", "2017-03-09", "5 March 2017 – 9 March 2017"),
        ("fr", "2017-08-01", None, "1 août 2017"),
    ],
)
def test_dates_show_what_is_known_and_no_more(template, language, iso, iso_end, words):
    wordings = load_wordings((template,), language)
    date = wordings.date(Date(raw="last week", iso=iso, iso_end=iso_end))
    assert date.striptags() == words


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [("en", 0, "items"), ("en", 1, "one item"), ("fr", 0, "0 article "), ("fr", 2, "2 articles ")],
)
def test_plurals(template, language, number, words):
    wordings = load_wordings((template,), language)
    assert words in f"{wordings.say('rests-on', n=number)} "


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We stay", "“We stay”"),
        ("“We stay”", "“We stay”"),
        ('"We stay,"', '"We stay,"'),
        ("“We” and “they”", "“\u202f“We” and “they”\u202f”"),
        ("the “serious matter”", "“the “serious matter”\u202f”"),
        ('the governor of "inventing an enemy"', '“the governor of "inventing an enemy"\u202f”'),
        ('"never" was the word', '“\u202f"never" was the word”'),
        ("the traders' word", "“the traders' word”"),
        ("", "“”"),
    ],
)
def test_words_that_stand_in_quotation_marks_get_no_second_pair(template, words, shown):
    wordings = load_wordings((template,), "en")
    assert wordings.quoted(words).unescape() == shown


def test_values_are_escaped_in_their_slots(wordings):
    assert "&lt;b&gt;" in wordings.say("published-by", name="<b>")


def test_strings_files_are_plain_toml(template):
    for path in sorted((template / "strings").glob("*.toml")):
        assert tomllib.loads(path.read_text("utf-8"))["language"] == path.stem

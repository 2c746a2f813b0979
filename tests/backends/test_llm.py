"""A model of our own, registered as any plugin of `llm` registers its models; it lies, stammers and breaks."""

import json

import pytest

from citebound.ai_use import ai_use_of
from citebound.errors import ConfigurationError
from citebound.spans import exact

llm = pytest.importorskip("llm", reason="needs the extra citebound[llm]")

TEXT = (
    "The ferry to Ostrava Island ran late. Harbourmaster Ines Calder thinks, as ever, that fog may be to blame. "
    "“Nobody looked,” a stoker of the line growled. The gate by the gate was shut."
)
SENTENCES = {"ferry": 1, "fog": 2, "stoker": 3, "gate": 4}


class Scripted(llm.Model):
    """Replies what the test says, and keeps what it was asked."""

    model_id = "scripted-1"

    class Options(llm.Options):
        temperature: float = 1.0

    def __init__(self):
        self.replies = {}
        self.asked = []

    def execute(self, prompt, stream, response, conversation):
        layer = "actors" if "List the actors" in prompt.system else "claims"
        self.asked.append((layer, prompt.prompt, prompt.options.temperature))
        reply = self.replies.get(layer, {layer: []})
        if isinstance(reply, Exception):
            raise reply
        yield reply if isinstance(reply, str) else json.dumps(reply)


class Locked(llm.KeyModel):
    model_id = "locked-1"
    needs_key = "nobody-has-it"

    def execute(self, prompt, stream, response, conversation, key):
        yield "{}"


@pytest.fixture
def model(monkeypatch, tmp_path):
    from llm.plugins import load_plugins, pm

    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    load_plugins()
    scripted = Scripted()

    class Plugin:
        @llm.hookimpl
        def register_models(self, register):
            register(scripted, aliases=("script",))
            register(Locked())

    pm.register(Plugin(), name="scripted")
    yield scripted
    pm.unregister(name="scripted")


def claim(**changes):
    """A claim of the third sentence, all of it in the source."""
    told = {
        "sentence": SENTENCES["stoker"],
        "kind": "say",
        "source": "a stoker of the line",
        "cue": "growled",
        "content": ["Nobody looked"],
    }
    return told | changes


def claims_of(found):
    return [each for each in found.claims if each.rule == "llm.scripted-1"]


@pytest.fixture
def extracted(model, extract_with):
    """Extracts with one scripted reply for a layer; returns the extraction and what was dropped."""

    def run(layer, reply, text=TEXT, **settings):
        model.replies = {layer: reply}
        found = extract_with(text, llm={"model": "scripted-1", "layers": [layer], **settings})
        exact(found, found.document.text)
        (use,) = found.models
        return found, use

    return run


def test_what_stands_in_the_source_becomes_a_claim(extracted):
    found, use = extracted("claims", {"claims": [claim(hedges=[])]})
    (made,) = claims_of(found)
    assert (made.source.span.exact, made.cue.exact) == ("a stoker of the line", "growled")
    assert [span.exact for span in made.content] == ["Nobody looked"]
    assert (made.quotation, made.source.actor, made.negated) == ("direct", None, False)
    assert made.sentence.exact == "“Nobody looked,” a stoker of the line growled."
    assert (use.rule, use.proposed, use.dropped) == ("llm.scripted-1", 1, {})


def test_a_claim_is_tied_to_the_one_actor_that_its_source_names(extracted):
    proposed = claim(
        sentence=SENTENCES["fog"],
        kind="assess",
        source="Harbourmaster Ines Calder",
        cue="as ever",
        content=["fog may be to blame"],
        hedges=["may"],
    )
    found, _ = extracted("claims", {"claims": [proposed]})
    made = next(each for each in found.claims if each.cue.exact in ("as ever", "thinks"))
    names = {actor.id: actor.name for actor in found.actors}
    assert "Ines Calder" in names[made.source.actor]
    assert [span.exact for span in made.hedges] == ["may"]


INVENTED, TWICE = "not word for word in the source", "more than once in its sentence"
SHAPE, NO_JSON = "not in the shape asked for", "in a reply that is not the JSON asked for"
REFUSED = {
    "a quote that nobody said": (claim(content=["Everybody looked"]), INVENTED),
    "a word changed": (claim(source="a stoker of the ship"), INVENTED),
    "a letter's case changed": (claim(content=["nobody looked"]), INVENTED),
    "a part of a word": (claim(cue="growl"), INVENTED),
    "one of two parts invented": (claim(content=["Nobody looked", "at all"]), INVENTED),
    "a hedge that is not there": (claim(hedges=["perhaps"]), INVENTED),
    "words of another sentence": (claim(source="Ines Calder"), INVENTED),
    "words over two sentences": (claim(content=["growled. The gate"]), INVENTED),
    "nothing as a cue": (claim(cue=" "), INVENTED),
    "words that stand twice": (claim(sentence=4, source=None, cue="was shut", content=["gate"]), TWICE),
    "a sentence that is not there": (claim(sentence=99), "of a sentence that is not there"),
    "a sentence before the first": (claim(sentence=0), "of a sentence that is not there"),
    "a kind that is not there": (claim(kind="insinuate"), SHAPE),
    "a key too many": (claim(actor="A1"), SHAPE),
    "a number for words": (claim(cue=3), SHAPE),
    "words for an entry": ("growled", SHAPE),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_stand_there_is_dropped_and_counted(case, extracted):
    proposed, reason = REFUSED[case]
    found, use = extracted("claims", {"claims": [proposed, claim()]})
    assert len(claims_of(found)) == 1
    assert (use.proposed, use.dropped) == (2, {reason: 1})
    assert f"of 2 proposals dropped: 1 {reason}" in ai_use_of(found)


BROKEN = {
    "cut off": '{"claims": [{"sentence": 3, "kind"',
    "prose": "There are no claims in this text.",
    "nothing": "",
    "a list": '[{"sentence": 3}]',
    "another key": '{"statements": []}',
    "no list": '{"claims": "none"}',
    "bottomless": '{"claims": ' + "[" * 3000 + "]" * 3000 + "}",
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_reply_is_dropped_and_counted(case, extracted):
    found, use = extracted("claims", BROKEN[case])
    assert claims_of(found) == []
    assert (use.proposed, use.dropped) == (1, {NO_JSON: 1})
    assert found.incomplete == ()


def test_words_around_the_json_do_no_harm(extracted):
    found, _ = extracted("claims", "Here you are:\n```json\n" + json.dumps({"claims": [claim()]}) + "\n```")
    assert len(claims_of(found)) == 1


def test_a_model_that_raises_is_named_and_the_built_in_claims_stay(model, extract_with):
    model.replies = {"claims": llm.ModelError("out of credit")}
    found = extract_with(TEXT, llm={"model": "scripted-1"})
    assert [(f.plugin, f.hook, f.error) for f in found.incomplete] == [
        ("llm", "citebound_extract", "ModelError: out of credit")
    ]
    assert found.claims == extract_with(TEXT).claims
    assert found.document.text == TEXT


def test_the_mentions_of_an_actor_are_all_in_the_source(extracted):
    good = {"type": "official", "mentions": [{"sentence": 3, "words": "stoker of the line"}]}
    bad = {"type": "person", "mentions": [{"sentence": 2, "words": "Ines"}, {"sentence": 2, "words": "Inez"}]}
    empty = {"type": "person", "mentions": []}
    found, use = extracted("actors", {"actors": [good, bad, empty]})
    added = [actor for actor in found.actors if actor.rule == "llm.scripted-1"]
    assert [(actor.name, actor.type) for actor in added] == [("stoker of the line", "official")]
    assert (use.proposed, use.dropped) == (3, {INVENTED: 2})


def test_the_built_in_extraction_comes_first(extracted, extract_with):
    text = "The Hollin Union accused the mayor of theft."
    own = extract_with(text).claims
    (cue,) = [each.cue.exact for each in own]
    proposed = claim(sentence=1, kind="say", source="The Hollin Union", cue=cue, content=["theft"])
    found, _ = extracted("claims", {"claims": [proposed]}, text=text)
    assert found.claims == own


def test_a_line_break_in_the_source_counts_as_a_blank(extracted):
    text = TEXT.replace("ever, that", "ever,\nthat").replace("a stoker of", "a stoker\nof")
    found, _ = extracted("claims", {"claims": [claim()]}, text=text)
    assert claims_of(found)[0].source.span.exact == "a stoker\nof the line"


def test_the_model_sees_numbered_sentences_and_its_options(model, extract_with):
    extract_with(TEXT, llm={"model": "script", "options": {"temperature": 0}, "characters": 100})
    assert {temperature for *_, temperature in model.asked} == {0}
    asked = [prompt for layer, prompt, _ in model.asked if layer == "claims"]
    assert len(asked) > 1
    lines = "\n".join(asked).splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["[1]", "[2]", "[3]", "[4]"]
    assert lines[0] == "[1] The ferry to Ostrava Island ran late."


def test_the_use_of_a_model_is_recorded_even_if_nothing_of_it_was_used(model, extract_with):
    found = extract_with(TEXT, llm={"model": "script"})
    assert [(use.rule, use.layer, use.proposed) for use in found.models] == [
        ("llm.scripted-1", "actors", 0),
        ("llm.scripted-1", "claims", 0),
    ]
    assert ai_use_of(found) == "language model scripted-1 (0 items)"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"model": "none-such"}, "there is no model 'none-such'; `llm models` lists them"),
        ({"model": "script", "options": {"heat": 1}}, r"llm\.options\]: script: .*heat"),
        ({"model": "locked-1"}, "No key found"),
    ],
    ids=["model", "option", "key"],
)
def test_what_is_wrong_with_the_model_is_one_line(settings, message, model, extract_with):
    with pytest.raises(ConfigurationError, match=message) as error:
        extract_with(TEXT, llm=settings)
    assert "\n" not in str(error.value)

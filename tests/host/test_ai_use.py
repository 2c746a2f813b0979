"""What a briefing says of artificial intelligence comes from the rules of the items."""

from msgspec.structs import replace

from citebound.ai_use import ai_use_of


def test_the_built_in_extraction_uses_none(layers_of):
    found = layers_of("The road was built on 2 May 2020.", "dates")
    assert found.dates
    assert ai_use_of(found) == "none"


def test_models_and_pipelines_are_named_and_counted(layers_of):
    found = layers_of("Built on 2 May 2020, mended on 3 May 2020, shut on 4 May 2020.", "dates")
    rules = ("spacy.en_small", "llm.gpt-x", "llm.gpt-x")
    marked = tuple(replace(date, rule=rule) for date, rule in zip(found.dates, rules, strict=True))
    assert ai_use_of(replace(found, dates=marked)) == (
        "language model gpt-x (2 items); statistical pipeline en_small (1 item)"
    )

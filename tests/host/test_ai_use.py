"""What a briefing says of artificial intelligence: which models took part, and what of theirs was dropped."""

from msgspec.structs import replace

from citebound import hookimpl
from citebound.ai_use import ai_use_of
from citebound.model import DatedWords, ModelUse, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow


def test_the_built_in_extraction_uses_none(layers_of):
    found = layers_of("The road was built on 2 May 2020.", "dates")
    assert found.dates
    assert ai_use_of(found) == "none"


def test_models_and_pipelines_are_named_and_counted(layers_of):
    found = layers_of("Built on 2 May 2020, mended on 3 May 2020, shut on 4 May 2020.", "dates")
    rules = ("spacy.en_small", "llm.gpt-x", "llm.gpt-x")
    marked = tuple(replace(date, rule=rule) for date, rule in zip(found.dates, rules, strict=True))
    uses = (
        ModelUse(rule="spacy.en_small", kind="pipeline", layer="dates", proposed=1),
        ModelUse(rule="llm.gpt-x", layer="dates", proposed=2),
    )
    assert ai_use_of(replace(found, dates=marked, models=uses)) == (
        "language model gpt-x (2 items); statistical pipeline en_small (1 item)"
    )


def test_a_model_that_gave_nothing_usable_is_named_too(layers_of):
    uses = tuple(
        ModelUse(rule="llm.gpt-x", layer=layer, proposed=2, dropped={"not word for word in the source": 2})
        for layer in ("actors", "claims")
    )
    assert ai_use_of(replace(layers_of("No.", "dates"), models=uses)) == (
        "language model gpt-x (0 items; of 4 proposals dropped: 4 not word for word in the source)"
    )


class Asking:
    """A plugin that asked a model."""

    @hookimpl
    def citebound_extract(self, document, record, layers):
        if layers.wanted != "dates":
            return None
        words = DatedWords(raw="one day", iso=None, span=document.span(5, 12), rule="llm.m")
        return [ModelUse(rule="llm.m", layer="dates", proposed=1), words]


def test_a_plugin_tells_of_its_model_beside_its_items():
    workflow = Workflow(Plugins(extra={"asking": Asking()}))
    document = workflow.read(Upload(content=b"Then one day it rained.", media_type="text/plain"))[0]
    found = workflow.extract(document, workflow.describe(document))
    assert found.models == (ModelUse(rule="llm.m", layer="dates", proposed=1),)
    assert [date.rule for date in found.dates] == ["llm.m"]
    assert found.incomplete == ()
    assert ai_use_of(found) == "language model m (1 item)"

"""A small pipeline, built here, saved and loaded from disk by the code that loads any other."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citebound.ai_use import ai_use_of
from citebound.errors import ConfigurationError
from citebound.spans import exact

spacy = pytest.importorskip("spacy", reason="needs the extra citebound[spacy]")

TEXT = (
    "In the harbour of Sundmere, aunt Odile's boat was seen with Odile aboard. Later Odile met the "
    "Gull Committee at Sundmere, witnesses said (Gull Committee, March 3).\n\n"
    "The monsoon came late."
)
PATTERNS = [
    {"label": "PERSON", "pattern": "Odile"},
    {"label": "PERSON", "pattern": "Odile's"},
    {"label": "ORG", "pattern": [{"TEXT": "Gull"}, {"TEXT": "Committee"}]},
    {"label": "GPE", "pattern": "Sundmere"},
    {"label": "ORG", "pattern": "monsoon"},
]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """The folder of a pipeline that knows a few names by a list."""
    pipeline = spacy.blank("en")
    pipeline.meta["name"] = "harbour"
    pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)
    folder = tmp_path_factory.mktemp("pipeline") / "harbour"
    pipeline.to_disk(folder)
    return str(folder)


@pytest.fixture
def named(model):
    """The actors and the use of the model, from the backend alone."""
    from citebound.layers import Layers
    from citebound.model import (
        Block,
        Document,
        DocumentIdentity,
        DocumentText,
        Extraction,
        Extractor,
        Fields,
        ModelUse,
        SourceRecord,
    )
    from citebound_hooks.backends.spacy import SpacyBackend

    loaded = {}

    def backend_with(**more):
        if (wanted := repr(more)) not in loaded:
            loaded[wanted] = SpacyBackend()
            loaded[wanted].citebound_configure({"model": model, **more})
        return loaded[wanted]

    def run(text, **more):
        backend = backend_with(**more)
        known = {"sha256": "0" * 64, "media_type": "text/plain", "language": "en"}
        size = len(text.encode())
        document = Document(text=text, bytes=size, blocks=(Block(0, len(text)),), **known)
        identity = DocumentIdentity(bytes=size, filename=None, **known)
        record = SourceRecord(document=identity, profile="generic", fields=Fields())
        extractor = Extractor(name="test", version="0")
        before = Extraction(document=DocumentText(text=text, **known), extractor=extractor)
        items = backend.citebound_extract(document, record, Layers(wanted="actors", before=before))
        return [item for item in items if not isinstance(item, ModelUse)], items[-1]

    return run


def test_the_names_of_the_pipeline_become_actors(extract_with, model):
    found = extract_with(TEXT, spacy={"model": model})
    added = [actor for actor in found.actors if actor.rule == "spacy.en_harbour"]
    exact(found, found.document.text)
    mentions = {actor.name: [span.exact for span in actor.mentions] for actor in found.actors}
    assert mentions["Odile"] == ["Odile"] * 3
    assert all(actor.name != "Sundmere" for actor in added)
    assert found.incomplete == ()


def test_what_was_dropped_is_counted_with_the_reason(extract_with, model):
    use = extract_with(TEXT, spacy={"model": model}).models[0]
    assert (use.rule, use.layer, use.proposed) == ("spacy.en_harbour", "actors", 6)
    assert use.dropped == {"inside an inline citation": 1, "no name": 1}


def test_the_pipeline_is_named_as_use_of_ai(extract_with, model):
    assert ai_use_of(extract_with(TEXT, spacy={"model": model})).startswith(
        "statistical pipeline en_harbour ("
    )


def test_other_layers_are_left_to_others(extract_with, model):
    found = extract_with(TEXT, spacy={"model": model})
    assert [use.layer for use in found.models] == ["actors"]


def test_a_desk_says_what_a_label_means(named):
    actors, _ = named("Sundmere fell silent.", types={"GPE": "state"})
    assert [(actor.name, actor.type) for actor in actors] == [("Sundmere", "state")]


def test_a_possessive_is_no_part_of_the_name(named):
    actors, _ = named("They saw Odile's boat.")
    assert [span.exact for actor in actors for span in actor.mentions] == ["Odile"]


def test_a_long_block_is_read_in_pieces_with_the_right_offsets(named, monkeypatch):
    monkeypatch.setattr("citebound_hooks.backends.spacy.pieces.LONGEST", 40)
    text = "So it was that Odile came and went home. " * 9
    actors, use = named(text)
    assert [span.start for span in actors[0].mentions] == [15 + 41 * turn for turn in range(9)]
    assert use.proposed == 9


@pytest.mark.slow
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["Odile", "Odile's", "Gull Committee", "\n", "e\u0301", "🙂", "\u00a0", "ש", "a"])
    )
)
def test_every_mention_is_exact_in_any_text(named, words):
    text = " ".join(["So", *words])
    actors, _ = named(text)
    for actor in actors:
        exact(actor, text)
        assert {span.exact for span in actor.mentions} <= {"Odile", "Gull Committee"}


def test_a_pipeline_that_is_not_there_is_one_line(extract_with, tmp_path):
    with pytest.raises(
        ConfigurationError, match=r"the pipeline 'none_such' cannot be loaded: \[E050\]"
    ) as error:
        extract_with(TEXT, spacy={"model": "none_such"})
    assert "\n" not in str(error.value)


def test_a_pipeline_that_finds_no_names_is_refused(extract_with, tmp_path):
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(ConfigurationError, match="finds no names; its parts are none"):
        extract_with(TEXT, spacy={"model": str(tmp_path / "empty")})

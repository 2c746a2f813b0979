"""Profiles: the built-in ones, the choice by evidence, and errors that help."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from citebound.errors import ConfigurationError
from citebound.model import Document, Evidence, Fields, Metadatum, Profile
from citebound.profiles import choose_profile, load_profile, ranked_profiles
from citebound_hooks.profiles.catalogue import built_in_profiles

HERE = Path(__file__).parent
CHOICE = yaml.safe_load((HERE / "choice.yml").read_text("utf-8"))
INVALID = yaml.safe_load((HERE / "invalid.yml").read_text("utf-8"))


def document_of(case):
    metadata = tuple(Metadatum(name, value, "/html") for name, value in case.get("metadata", {}).items())
    return Document(text=case["text"], sha256="0" * 64, media_type="text/html", bytes=1, metadata=metadata)


@pytest.mark.parametrize("case", CHOICE, ids=lambda case: case["name"])
def test_the_page_speaks_for_its_profile(case):
    profiles = built_in_profiles()
    document = document_of(case)
    assert choose_profile(document, profiles).name == case["profile"]
    assert choose_profile(document, tuple(reversed(profiles))).name == case["profile"]
    for reason in case.get("reasons", ()):
        assert reason in ranked_profiles(document, profiles)[0].reasons


def test_of_two_equal_profiles_the_first_given_is_chosen():
    evidence = Evidence(phrases=("kindia",))
    one, other = (Profile(name=name, title=name, evidence=evidence) for name in "ab")
    page = document_of({"text": "Kindia"})
    assert choose_profile(page, (one, other)).name == "a"
    assert choose_profile(page, (other, one)).name == "b"


def test_without_evidence_and_without_generic_the_error_says_so():
    with pytest.raises(ConfigurationError, match="none is called 'generic'"):
        choose_profile(document_of({"text": "Kindia"}), ())


@pytest.mark.parametrize("profile", built_in_profiles(), ids=lambda profile: profile.name)
def test_built_in_profiles_hold_together(profile):
    words = [label.casefold() for labels in profile.labels.values() for label in labels]
    assert len(words) == len(set(words)), "one label for two fields"
    assert set(profile.required) <= set(Fields.__struct_fields__)
    for disclaimer in profile.disclaimers:
        assert all(word in disclaimer.text for word in disclaimer.must_have)


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case["says"][-1])
def test_a_broken_profile_is_an_error_with_its_place(case, tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(case["toml"], "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_profile(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    for words in case["says"]:
        assert words in message


def test_a_profile_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(ConfigurationError, match="No such file"):
        load_profile(tmp_path / "none.toml")

"""The cases of `cases.yml`: invented sentences, and the actors that a careful reader finds in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case, actors_in):
    text = case["text"]
    found = {actor.name: actor for actor in actors_in(text, language=case.get("language", "en"))}
    names = {actor.id: actor.name for actor in found.values()}
    for name in case.get("never", ()):
        assert name not in found
        assert all(mention.exact != name for actor in found.values() for mention in actor.mentions)
    for name, wanted in case.get("actors", {}).items():
        assert name in found, f"{name} is not among {sorted(found)}"
        actor, expected = found[name], wanted or {}
        assert actor.type == expected.get("type", actor.type)
        aliases = {f"{alias.form} ({alias.kind})" for alias in actor.aliases}
        assert set(expected.get("aliases", ())) <= aliases
        mentions = [mention.exact for mention in actor.mentions]
        assert expected.get("mentions", mentions) == mentions
        assert expected.get("roles", ["some"]) or not actor.roles
        assert expected.get("relations", ["some"]) or not actor.relations
        assert expected.get("aliases", ["some"]) or not actor.aliases
        roles = [f"{role.title} of {names.get(role.of)}" if role.of else role.title for role in actor.roles]
        assert set(expected.get("roles", ())) <= set(roles)
        relations = [f"{tie.type} {names[tie.target]}: {tie.span.exact}" for tie in actor.relations]
        assert set(expected.get("relations", ())) <= set(relations), relations
    if "only" in case:
        assert set(found) == set(case["only"])

"""The page of the rules: every rule is in it, under the title of its group."""

from __future__ import annotations

from citebound.reference import GROUPS, rules_page
from citebound_hooks.rules.catalogue import built_in_rules


def test_every_group_has_its_title():
    assert {rule.code[:3] for rule in built_in_rules()} <= set(GROUPS)


def test_the_page_explains_every_rule_once():
    page = rules_page(built_in_rules())
    for rule in built_in_rules():
        assert page.count(f"\n### {rule.code}\n") == 1
        assert f"](#{rule.code.lower()})" in page
    assert "**Why.** " in page


def test_the_catalogue_is_long_enough_and_in_order():
    codes = [rule.code for rule in built_in_rules()]
    assert codes == sorted(codes)
    assert len(codes) >= 45

"""The pages of the documentation that are made from what is registered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citebound.rules import Rule

GROUPS = {
    "CIT": "The citation record",
    "DIS": "Disclaimers",
    "CPY": "Copyright and reuse notices",
    "SRC": "Inline source citations",
    "ATT": "Attribution and caveats",
    "BRF": "The finished PDF",
    "CFG": "Configuration and suppressions",
}
_SECTION = re.compile(r"^(Why|Bad|Good|Source):\n", re.MULTILINE)
_HEAD = """# The rules

Made from the rules themselves by `citebound.reference.rules_page`; `citebound rule CODE` prints one of them.
A contradiction on the page is an error, a hint is a warning, a matter of style is an info.
"""


def rules_page(rules: Iterable[type[Rule]]) -> str:
    """Returns `docs/rules.md`: a table of all rules, then each with its explanation, in Markdown.

    Args:
        rules: The rules, in the order of their codes.
    """
    known = tuple(rules)
    return "\n".join([_HEAD, *_table(known), "", *_sections(known)]).rstrip() + "\n"


def _table(rules: tuple[type[Rule], ...]) -> Iterator[str]:
    yield "| code | name | severity | needs | forbids |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        first = rule.explanation().partition("\n")[0]
        yield f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {rule.severity} | {rule.needs} | {first} |"


def _sections(rules: tuple[type[Rule], ...]) -> Iterator[str]:
    group = ""
    for rule in rules:
        if not rule.code.startswith(group or " "):
            group = rule.code[:3]
            yield f"## {group}: {GROUPS.get(group, group)}\n"
        yield f"### {rule.code}\n\n`{rule.name}`, {rule.severity}\n\n{explained(rule)}\n"


def explained(rule: type[Rule]) -> str:
    """Returns a rule's explanation as Markdown: the titles in bold, the text below them not indented."""
    lines = [line.removeprefix("    ") for line in rule.explanation().splitlines()]
    return _SECTION.sub(lambda match: f"**{match[1]}.** ", "\n".join(lines))

"""`citebound rule`: what a rule forbids, and why."""

from __future__ import annotations

import click

from citebound.cli.session import Session
from citebound.command_headings import SETTINGS, under


@under(SETTINGS)
@click.command("rule", short_help="Explain one rule by its code or name, or list all.")
@click.argument("code", required=False)
@click.pass_obj
def command(session: Session, code: str | None) -> None:
    """Explain one rule by its code or name, or list all.

    CODE is that of a rule, e.g. CIT004, or of a group, e.g. CIT.
    """
    registry = session.workflow.registry
    if code is None:
        for rule in registry.rules:
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:34} {rule.explanation().splitlines()[0]}")
        return
    rules = registry.rules_in(code)
    for number, rule in enumerate(rules):
        click.echo("\n" * bool(number) + f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.explanation()}")

"""The document's own account, as a bundle: who made which statement, and who carried it.

In the bundle stands what the document says; that it says so is what the document around it vouches for. A statement
is attributed only where the report says without reserve whose it is; a relay is derived from the step before only
where that has a single link.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from prov.identifier import QualifiedName
from prov.model import PROV, PROV_TYPE, PROV_VALUE, ProvBundle

from citebound.model import Actor, ChainLink, Claim, Extraction
from citebound_hooks.exports.agents import agent_types
from citebound_hooks.exports.certainty import Certainty
from citebound_hooks.exports.naming import Names
from citebound_hooks.exports.provenance.vocabulary import OWN, uuid_name


def tell(account: ProvBundle, extraction: Extraction, names: Names) -> None:
    """Adds the actors as agents, and the statements of claims with what is certain of their way."""
    certainty = Certainty(extraction)
    agents = {actor.id: _agent(account, actor, names) for actor in extraction.actors}
    for claim in extraction.claims:
        statement = _statement(account, claim, certainty, names)
        if not certainty.plainly_said(claim):
            continue
        if claim.source.actor in agents:
            account.wasAttributedTo(statement, agents[claim.source.actor])
        _relays(account, claim, statement, agents, names)


def _agent(account: ProvBundle, actor: Actor, names: Names) -> QualifiedName:
    name = uuid_name(names.of("agent", actor))
    kind = agent_types().prov[actor.type]
    types = [(PROV_TYPE, PROV[kind])] if kind else []
    account.agent(name, [*types, (OWN["name"], actor.name), (OWN["type"], actor.type)])
    return name


def _statement(account: ProvBundle, claim: Claim, certainty: Certainty, names: Names) -> QualifiedName:
    name = uuid_name(names.of("statement", claim))
    held = [(OWN[state], True) for state in certainty.states(claim)]
    value = " … ".join(span.exact for span in claim.content) or claim.sentence.exact
    about = [(PROV_TYPE, OWN["Statement"]), (PROV_VALUE, value), (OWN["kind"], claim.kind)]
    quoted = (OWN["claim"], uuid_name(names.of("claims", claim)))
    account.entity(name, [*about, quoted, *held])
    return name


def _relays(
    account: ProvBundle,
    claim: Claim,
    statement: QualifiedName,
    agents: dict[str, QualifiedName],
    names: Names,
) -> None:
    """Adds each later step of the chain as a version of the statement, attributed to who carried it."""
    before = [statement]
    later = (link for link in claim.chain if link.step > 0)
    for _, links in groupby(sorted(later, key=lambda link: link.step), key=lambda link: link.step):
        carried = [_relay(account, claim, link, agents, names) for link in links]
        _derive(account, carried, before)
        before = carried


def _derive(account: ProvBundle, carried: Iterable[QualifiedName], before: list[QualifiedName]) -> None:
    if len(before) == 1:
        for relay in carried:
            account.wasDerivedFrom(relay, before[0])


def _relay(
    account: ProvBundle, claim: Claim, link: ChainLink, agents: dict[str, QualifiedName], names: Names
) -> QualifiedName:
    relay = uuid_name(names.of("relay", [claim, link]))
    account.entity(relay, {PROV_TYPE: OWN["Relay"], OWN["outlet"]: link.name, OWN["step"]: link.step})
    if link.actor in agents:
        account.wasAttributedTo(relay, agents[link.actor])
    return relay

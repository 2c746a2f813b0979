"""With the original, `verify` finds what agrees with itself and with every word: claims put into another mouth."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from citebound.cli import main
from citebound.configuration import Configuration
from citebound.model import Component, Decisions, ModelUse, Redactions, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow


def swapped_sources(briefing):
    one, other = [claim for claim in briefing.extraction.claims if claim.source.span][:2]
    swap = {one.id: replace(one, source=other.source), other.id: replace(other, source=one.source)}
    claims = tuple(swap.get(claim.id, claim) for claim in briefing.extraction.claims)
    return replace(briefing, extraction=replace(briefing.extraction, claims=claims)), (one.id, other.id)


def host_as_publisher(briefing):
    fields = briefing.record.fields
    return replace(
        briefing, record=replace(briefing.record, fields=replace(fields, publisher=fields.republisher))
    )


def without_a_claim(briefing):
    return replace(briefing, extraction=replace(briefing.extraction, claims=briefing.extraction.claims[:-1]))


def without_a_finding(briefing):
    return replace(briefing, findings=briefing.findings[1:])


@pytest.fixture
def verified(workflow, source, tmp_path):
    """Renders a briefing, whatever it says, and verifies it with its original."""

    def verified(briefing, *options, original=True):
        (tmp_path / "b.pdf").write_bytes(workflow.render(briefing))
        arguments = [*options, "verify", str(tmp_path / "b.pdf"), *([str(source)] if original else [])]
        done = CliRunner().invoke(main, [*arguments, "--format", "json"])
        return done.exit_code, [
            (f["code"], f["severity"], f["message"]) for f in json.loads(done.stdout)["findings"]
        ]

    return verified


def test_claims_in_other_mouths_are_found_and_named(verified, made):
    forged, names = swapped_sources(made)
    assert verified(forged, original=False) == (0, [])
    code, found = verified(forged)
    assert code == 1
    assert [message for rule, _, message in found if rule == "BRF019"] == [
        f"The original, read anew, gives another claim {name} (in source)." for name in names
    ]


@pytest.mark.parametrize(
    ("forge", "says"),
    [
        (host_as_publisher, "another field publisher"),
        (without_a_claim, "claims (the briefing has "),
        (without_a_finding, "other findings of the rule CIT004"),
    ],
)
def test_another_record_extraction_or_list_of_findings_is_named(verified, made, forge, says):
    code, found = verified(forge(made))
    assert code == 1
    assert any(says in message for rule, _, message in found if rule == "BRF019"), found


def test_many_differences_are_counted(verified, made):
    hidden = tuple(replace(claim, negated=not claim.negated) for claim in made.extraction.claims)
    _, found = verified(replace(made, extraction=replace(made.extraction, claims=hidden)))
    told = [message for rule, _, message in found if rule == "BRF019"]
    assert len(told) == 6
    assert told[-1] == f"The original, read anew, gives {len(hidden) - 5} more things otherwise."


def test_what_the_desk_decided_and_supplied_is_no_difference(verified, workflow, source, tmp_path):
    from citebound.desk.sidecar import load_sidecar

    sidecar = tmp_path / "x.citebound.toml"
    sidecar.write_text(
        '[record]\naccessed = 2024-06-03\n[[decisions.retype]]\nquote = "Daro Velmin"\ntype = "official"\n'
    )
    decided = load_sidecar(sidecar)
    (briefing,) = workflow.brief(Upload(content=source.read_bytes(), filename=source.name), decided)
    assert verified(briefing) == (0, [])


def test_other_settings_are_told_where_they_may_be_the_reason(verified, source, tmp_path):
    names = tmp_path / "names.toml"
    names.write_text('[aliases]\n"Daro Velmin" = ["Free Brigades of the Marsh"]\n')
    configuration = tmp_path / "citebound.toml"
    configuration.write_text('aliases = ["names.toml"]\n')
    from citebound.configuration import load_configuration

    curating = Workflow(Plugins(), load_configuration(configuration))
    (briefing,) = curating.brief(Upload(content=source.read_bytes(), filename=source.name))
    code, found = verified(briefing)
    assert (code, found[0][:2]) == (1, ("BRF019", "error"))
    assert found[-1] == (
        "BRF019",
        "warning",
        "That may be because it was read with other settings than those here; --config names a file.",
    )
    assert verified(briefing, "--config", str(configuration)) == (0, [])


@pytest.mark.parametrize(
    "claim", [{"reading": "f" * 64}, {"components": (Component(name="citebound", version="0.0.1"),)}], ids=str
)
def test_settings_and_versions_without_effect_are_no_matter(verified, made, claim):
    assert verified(replace(made, **claim)) == (0, [])


@pytest.mark.parametrize(
    ("claim", "because"),
    [
        ({"reading": "f" * 64}, "other settings than those here; --config names a file"),
        ({"components": (Component(name="citebound", version="0.0.1"),)}, "other versions or plugins"),
    ],
    ids=str,
)
def test_no_claim_of_how_it_was_read_lets_a_forgery_pass(verified, made, claim, because):
    forged, names = swapped_sources(replace(made, **claim))
    code, found = verified(forged)
    assert code == 1
    assert [message for _, severity, message in found if severity == "error"] == [
        f"The original, read anew, gives another claim {name} (in source)." for name in names
    ]
    (reason,) = [message for _, severity, message in found if severity == "warning"]
    assert because in reason


def test_another_profile_is_told(verified, source):
    chosen = Workflow(Plugins(), Configuration(profile="generic"))
    (briefing,) = chosen.brief(Upload(content=source.read_bytes(), filename=source.name))
    code, found = verified(briefing)
    assert code == 1
    assert found[-1][2] == "That may be because another profile than generic is chosen here."


def test_what_models_said_is_not_asked_again(verified, made):
    use = ModelUse(rule="llm.test", layer="claims", proposed=0)
    _, found = verified(replace(made, extraction=replace(made.extraction, models=(use,))))
    assert ("BRF019", "warning") in {(rule, severity) for rule, severity, _ in found}
    assert any("models took part in it" in message for *_, message in found)


def test_a_redacted_briefing_is_not_read_anew(verified, workflow, source):
    upload = Upload(content=source.read_bytes(), filename=Path(source).name)
    (briefing,) = workflow.brief(upload, Decisions(redactions=Redactions(names=("Daro Velmin",))))
    assert verified(briefing) == (0, [])

"""The French conditional is a hedge where it tells hearsay, and nowhere else."""

from __future__ import annotations

import pytest

from citebound import extract, read

FILLER = "Le maire de la ville a parlé aux habitants dans la salle des fêtes. Ils étaient nombreux et les rues vides."


@pytest.mark.parametrize(
    ("sentence", "hedges"),
    [
        (
            "Selon un pêcheur, la milice exigerait une taxe et les gendarmes la toucheraient.",
            ["exigerait", "toucheraient"],
        ),
        ("Elle ajoute que les chefs la reverseraient à la milice.", ["reverseraient"]),
        ("Les rebelles prendraient la route du nord, d’après le maire.", ["prendraient"]),
        ("Le ministre a promis que la route ouvrirait et que les cars la prendraient.", []),
        ("Il a annoncé une enquête, sans préciser qui la conduirait.", []),
        ("Si la pluie cessait, les camions passeraient.", []),
        ("Les soldats tiraient et le convoi entrait dans la ville, que des hommes désiraient quitter.", []),
    ],
)
def test_conditional(sentence, hedges):
    found = extract(read(f"{FILLER} {sentence}".encode(), media_type="text/plain")).hedges
    assert [hedge.span.exact for hedge in found] == hedges

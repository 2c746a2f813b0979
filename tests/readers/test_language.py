from __future__ import annotations

import pytest

from citebound_hooks.language.identification import identify_language

SENTENCES = {
    "en": "The council said that it was in the town when the lorries were burnt, and that nobody had been hurt by the fire.",
    "fr": "Le conseil a dit que les camions ont été brûlés dans la nuit et que personne n’a été blessé par le feu sur la route.",
    "es": "El consejo dijo que los camiones fueron quemados en la noche y que nadie fue herido por el fuego, como en las otras.",
    "de": "Der Rat sagte, dass die Lastwagen in der Nacht auf der Straße verbrannt sind und dass sich niemand verletzt hat.",
    "pt": "O conselho disse que os camiões foram queimados na noite e que não há feridos, mas também que a estrada do norte é fechada.",
    "it": "Il consiglio ha detto che i camion sono bruciati nella notte e che non ci sono feriti, anche se la strada è chiusa per ora.",
    "ru": "Совет сообщил, что грузовики были сожжены ночью на дороге и что никто не был ранен, как и в прошлом году, по его словам.",
    "ar": "قال المجلس إن الشاحنات أحرقت في الليل على الطريق التي تربط بين المدينة والقرية، وقد كان ذلك بعد أن غادرت القوات من هناك.",
    "uk": "Рада повідомила, що вантажівки були спалені вночі на дорозі і що ніхто не був поранений, як і в минулому році за його словами.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_languages(language, text):
    assert identify_language(text) == language


@pytest.mark.parametrize(
    "text",
    ["", "Tarbo", "12 34 56", "Publisher Lake Basin Monitor", "国连安理会 2017", SENTENCES["en"] + " " + SENTENCES["fr"]],
    ids=["empty", "name", "numbers", "labels", "another-script", "two-languages"],
)  # fmt: skip
def test_unsure(text):
    assert identify_language(text) is None


def test_only_the_beginning_is_looked_at():
    assert identify_language(SENTENCES["en"] * 60 + SENTENCES["fr"] * 9999) == "en"

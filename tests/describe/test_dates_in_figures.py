"""Dates in figures beside a title: whose order and century nothing leaves in doubt, and those that stay unread."""

from __future__ import annotations

import pytest

import citebound

PAGE = "<html lang={language}><title>{title}</title><h1>{title}</h1><p>{line}</p><p>{told}</p></html>"
TOLD = "The weir was closed for repairs, and the boats lay at the bank until the water came back."


def date_of(line: str, language: str, told: str = TOLD) -> str | None:
    page = PAGE.format(language=language, title="The Weir at Tarn", line=line, told=told)
    field = citebound.describe(citebound.read(page.encode(), media_type="text/html")).fields.publication_date
    return field.value.iso if field else None


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Veröffentlicht am 12.03.21", "de", "2021-03-12"),
        ("Publié le 12/09/01", "fr", "2001-09-12"),
        ("Publicado el 05-10-98", "es", "1998-10-05"),
        ("Published 12/03/21", "en-GB", "2021-03-12"),
    ],
)
def test_a_year_of_two_figures_is_read_behind_a_label_where_the_order_is_known(line, language, day):
    assert date_of(line, language) == day


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Published 12/03/21", "en"),  # either order
        ("Veröffentlicht am 12.03.65", "de"),  # of no century for sure
        ("Veröffentlicht am 31.02.21", "de"),
        ("Veröffentlicht am 12.03.21.5", "de"),
        ("Aktualisiert am 12.03.21", "de"),
        ("Veranstaltung am 12.03.21", "de"),
        ("12.03.21", "de"),  # nothing says what it is
    ],
)
def test_a_year_of_two_figures_stays_unread_where_anything_is_in_doubt(line, language):
    assert date_of(line, language) is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (f"{TOLD} The next survey is due on 25/06/2021.", "2021-04-03"),
        (f"{TOLD} The next survey is due on 06/25/2021.", "2021-03-04"),
        (f"{TOLD} Surveys are due on 25/06/2021 and on 06/28/2021.", None),
        (TOLD, None),
    ],
)
def test_other_dates_of_the_page_tell_the_order_of_day_and_month(told, day):
    assert date_of("Published 03/04/2021", "en", told) == day


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publication year: 2016", "2016"),
        ("Year: 2016", "2016"),
        ("Erscheinungsjahr: 2016", "2016"),
        ("Datum: 2016-05", "2016-05"),
        ("Date: 2016", None),  # of what?
        ("Founded: 2016", None),
        ("Established in 2016", None),
    ],
)
def test_a_year_or_month_in_figures_is_read_behind_a_label_of_its_own(line, date):
    assert date_of(line, "en") == date

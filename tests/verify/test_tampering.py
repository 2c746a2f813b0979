"""Whatever is changed in a finished briefing is found, and named rightly."""

import pdf_edits as edit
import pytest
import tampered_data
import tampered_objects
import tampered_pages
import tampered_places

GROUPS = (
    tampered_pages.TAMPERED,
    tampered_objects.TAMPERED,
    tampered_data.TAMPERED,
    tampered_places.TAMPERED,
)
TAMPERED = {name: row for group in GROUPS for name, *row in group}


@pytest.mark.parametrize(("change", "code", "words"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_is_found_and_named(verify, briefing, change, code, words):
    exit_code, found = verify(edit.rewritten(briefing, change))
    assert exit_code == 1
    assert any(words in message for each, message in found if each == code), found
    assert "BRF012" not in {each for each, _ in found}


def test_there_are_sixty_kinds_of_tampering():
    assert len(TAMPERED) >= 60
    assert len(TAMPERED) == sum(map(len, GROUPS))


def test_a_later_revision_is_named_even_if_it_changes_nothing_seen(verify, briefing):
    exit_code, found = verify(
        edit.appended(briefing, lambda pdf: pdf.add_metadata({"/ModDate": "D:20250101"}))
    )
    assert exit_code == 1
    assert ("BRF009", "The file holds 2 revisions; a briefing has one.") in found

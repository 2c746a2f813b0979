"""Characters that no font covers: shown by their numbers on the pages, and told to the desk."""

from __future__ import annotations

from collections.abc import Iterable

from citebound_hooks.briefing.setting.bidi import CONTROLS
from citebound_hooks.briefing.setting.font_files import EAST_ASIAN, at_hand

NAMED = 8
_EAST_ASIAN = ((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
               (0xFF00, 0xFFEF), (0x1B000, 0x1B16F), (0x20000, 0x3FFFF))  # fmt: skip
PACKAGE = "the fonts for Chinese, Japanese and Korean (pip install 'citebound[cjk]')"
OWN = "a font that has {}, named by its path in the families of a template's style.toml"


def note_of(shown: Iterable[str]) -> str | None:
    """Returns a line for the desk; None if nothing is to be told.

    Args:
        shown: The characters that are shown by their numbers. Controls of direction always are, whatever the fonts.
    """
    missing = sorted(set(shown) - CONTROLS)
    if not missing:
        return None
    more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
    named = f"{', '.join(map(_named, missing[:NAMED]))}{more}"
    if len(missing) == 1:
        return f"1 character has no font and is shown by number: {named}; to set it, give {_remedy(missing, 'it')}"
    return (
        f"{len(missing)} characters have no font and are shown by number: {named}; "
        f"to set them, give {_remedy(missing, 'them')}"
    )


def _named(character: str) -> str:
    number = f"U+{ord(character):04X}"
    return f"{character} ({number})" if character.isprintable() and not character.isspace() else number


def _remedy(missing: list[str], them: str) -> str:
    installed = at_hand(f"{EAST_ASIAN[0]}-Regular")
    signs = [character for character in missing if not installed and _is_east_asian(character)]
    remedies = [PACKAGE] if signs else []
    return " and ".join([*remedies, *([OWN.format(them)] if len(signs) < len(missing) else [])])


def _is_east_asian(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _EAST_ASIAN)

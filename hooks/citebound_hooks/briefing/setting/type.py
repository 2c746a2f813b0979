"""How words look: families of faces with fallbacks, and the type of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from citebound_hooks.briefing.setting.bidi import CONTROLS
from citebound_hooks.briefing.setting.faces import Face, load_face
from citebound_hooks.briefing.setting.shaped import Shaped

JOINERS = frozenset("\u00ad\u061c\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
REMEMBERED = 4_000  # words of one type and direction


@dataclass(slots=True, eq=False)
class Family:
    """Faces by preference: a character is set in the first one that covers it.

    Attributes:
        faces: PostScript names or paths of font files.
    """

    faces: tuple[str, ...]
    _chosen: dict[str, Face | None] = field(default_factory=dict)

    @property
    def first(self) -> Face:
        """The face of the family's own letters."""
        return load_face(self.faces[0])

    def face_for(self, character: str) -> Face | None:
        """Returns the first face that covers the character; None if none does."""
        if character not in self._chosen:
            faces = (load_face(name) for name in self.faces)
            self._chosen[character] = next((face for face in faces if face.covers(character)), None)
        return self._chosen[character]


@dataclass(slots=True, eq=False)
class Type:
    """The type of a run of words.

    Attributes:
        family: The faces.
        size: In points.
        leading: Distance of base lines, in points.
        colour: Red, green, blue, each 0 to 1.
        features: OpenType features (`smcp`, `tnum`).
        tracking: Space added after each glyph, in points.
    """

    family: Family
    size: float
    leading: float
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    _words: tuple[dict[str, Cast], dict[str, Cast]] = field(default_factory=lambda: ({}, {}))

    def sorts(self, word: str, right_to_left: bool) -> tuple[Sort, ...]:
        """Returns the word as pieces of one face each, shaped."""
        return self.cast(word, right_to_left).sorts

    def cast(self, word: str, right_to_left: bool = False) -> Cast:
        """Returns the word as it is set; remembered."""
        words = self._words[right_to_left]
        found = words.get(word)
        if found is None:
            if len(words) > REMEMBERED:
                words.clear()
            sorts = tuple(self._cast(word, right_to_left))
            found = words[word] = Cast(
                sorts, sum(sort.width for sort in sorts), sorts[-1].blank if sorts else 0.0
            )
        return found

    def _cast(self, word: str, right_to_left: bool) -> list[Sort]:
        cast = []
        for face, characters, shown in self._by_face(word):
            shaped = face.shape(shown, right_to_left and shown == characters, self.features)
            width = shaped.width * self.size / 1000 + self.tracking * len(shaped.meaning)
            blank = face.space * self.size / 1000 + self.tracking if characters.endswith(" ") else 0.0
            cast.append(Sort(face, shaped, width, blank, None if shown == characters else characters))
        return cast

    def _by_face(self, word: str) -> list[tuple[Face, str, str]]:
        """Splits a word into runs of one face; an uncovered character is one of its own, shown by number."""
        runs: list[tuple[Face, str, str]] = []
        for character in word:
            last = runs[-1] if runs and runs[-1][1] == runs[-1][2] else None
            if last and (
                character in JOINERS
                or character == " "
                or (_is_mark(character) and last[0].covers(character))
            ):
                face: Face | None = last[0]
            else:
                face = None if character in CONTROLS else self.family.face_for(character)
            if face is None:
                shown = " " if character.isspace() else f"[U+{ord(character):04X}]"
                runs.append((self.family.first, character, shown))
            elif last and last[0] is face:
                runs[-1] = (face, last[1] + character, last[2] + character)
            else:
                runs.append((face, character, character))
        return runs


@dataclass(frozen=True, slots=True, eq=False)
class Sort:
    """A piece of a word in one face.

    Attributes:
        width: In points, with the blank at its end.
        blank: Width of the blank at its end.
        instead_of: The character that no face covers and whose number or, of a blank, an ordinary one is shown; None
            for all others.
    """

    face: Face
    shaped: Shaped
    width: float
    blank: float = 0.0
    instead_of: str | None = None


class Cast(NamedTuple):
    """A word as it is set in one type: its pieces, their width, and the blank at their end."""

    sorts: tuple[Sort, ...]
    width: float
    blank: float


def _is_mark(character: str) -> bool:
    from unicodedata import combining

    return bool(combining(character))

"""Runs: words of one type, with what they mean and where they lead."""

from __future__ import annotations

from dataclasses import dataclass

from citebound_hooks.briefing.setting.type import Type


@dataclass(frozen=True, slots=True, eq=False)
class Inline:
    """What a stretch of words is, inside its paragraph: a quotation, a link, words in another language.

    Attributes:
        tag: Structure type of ISO 32000-1, 14.8.4 (`Quote`, `Link`, `Span`).
        outer: The stretch around it.
        target: For a link: an address, or `#anchor`.
        title: For a link: what it says to who cannot see it.
        language: BCP 47, where it differs from the briefing's.
    """

    tag: str
    outer: Inline | None = None
    target: str | None = None
    title: str = ""
    language: str | None = None

    @property
    def quoted(self) -> bool:
        """True inside a quotation."""
        return self.tag == "Quote" or (self.outer is not None and self.outer.quoted)


@dataclass(slots=True, eq=False)
class Run:
    """Words of one type.

    Attributes:
        inline: The innermost stretch that they stand in; None for the paragraph itself.
        keep: True if no line may end inside it.
        tight: True for addresses and digests, which may break after any sign.
    """

    text: str
    type: Type
    inline: Inline | None = None
    keep: bool = False
    tight: bool = False

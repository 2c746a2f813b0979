"""Source profiles: what a publisher's or republisher's pages look like, as data."""

from __future__ import annotations

from typing import Literal

import msgspec

ReusePolicy = Literal["record", "excerpts", "full", "original"]


class ProfileValue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The base of a profile's tables: keys with hyphens, unknown keys refused."""


class Evidence(ProfileValue, frozen=True, kw_only=True):
    """What on a page speaks for this profile.

    Attributes:
        hosts: Host names (`refworld.org`), matched with their subdomains in the page's own addresses.
        labels: Field labels that only these pages use.
        phrases: Words, often of a disclaimer or footer, that only these pages carry.
    """

    hosts: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class DisclaimerText(ProfileValue, frozen=True, kw_only=True):
    """The disclaimer that these pages must carry, word for word.

    Attributes:
        language: BCP 47.
        text: The whole wording.
        must_have: Words whose loss is always an error (`not`, `nor`, names).
    """

    language: str
    text: str
    must_have: tuple[str, ...] = ()


class CiteAs(ProfileValue, frozen=True, kw_only=True):
    """The form of the cite-as line.

    Attributes:
        parts: The fields in their order, e.g. `publisher, title, publication_date, symbol, url, accessed`.
        url_prefix: What stands before the address (`available at: `).
        accessed: `{}` in the words around the access date (`[accessed {}]`).
        separator: Between parts.
    """

    parts: tuple[str, ...] = ()
    url_prefix: str = ""
    accessed: str = ""
    separator: str = ", "


class Reuse(ProfileValue, frozen=True, kw_only=True):
    """How much of the source a briefing may carry, and why."""

    policy: ReusePolicy = "excerpts"
    reason: str = ""


class Profile(ProfileValue, frozen=True, kw_only=True):
    """One kind of source.

    Attributes:
        name: `refworld`.
        title: The name for people.
        publisher: The publisher of every page, where the site publishes its own.
        republisher: Who hosts the copies, where the site republishes others.
        own_publishers: The names under which a republisher issues documents of its own, which it does not
            republish; other names of the publisher, in other languages or of earlier years.
        evidence: How to recognise a page.
        labels: For each field of the record, the labels that stand before its value (`publication_date =
            ["Publication Date"]`).
        other_labels: Labels of the same header whose values are no field of the record; they end the value
            before.
        bare_labels: Whether a label may stand before its value without a colon (`Publisher Jamestown
            Foundation`).
        sections: Headings of the site's sections; the report's title stands below such a heading.
        required: Fields that a page must have.
        cite_as: The form of the cite-as line.
        access_date: Whether a citation must carry the date of access.
        disclaimers: The wordings that must stand on a republished page.
        reuse: How much a briefing may carry.
        title_length: The fewest and the most characters that the site takes for a title.
        assesses: Whether these are products of analysis, which judge in words of likelihood.
        day_first: Whether 03/04/2017 is 3 April (true) or 4 March (false) on these pages; left out where
            unknown.
    """

    name: str
    title: str
    publisher: str | None = None
    republisher: str | None = None
    own_publishers: tuple[str, ...] = ()
    evidence: Evidence = Evidence()
    labels: dict[str, tuple[str, ...]] = {}
    other_labels: tuple[str, ...] = ()
    bare_labels: bool = False
    sections: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    cite_as: CiteAs = CiteAs()
    access_date: Literal["required", "optional", "forbidden"] = "optional"
    disclaimers: tuple[DisclaimerText, ...] = ()
    reuse: Reuse = Reuse()
    title_length: tuple[int, int] | None = None
    assesses: bool = False
    day_first: bool | None = None

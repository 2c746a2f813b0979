"""Defects as mutations of a clean page: each takes the page's record and puts one defect into the text.

A mutation gives the changed text, or None where the page has nothing to mutate. The names are the codes of the rules
that must find the defect; a second name after a hyphen tells variants apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from citebound.model import Field, SourceRecord

DISCLAIMER_WORDS = re.compile(r"[A-Za-z]+")
Mutation = Callable[["Page"], "str | None"]
MUTATIONS: dict[str, Mutation] = {}


class Page(NamedTuple):
    """A clean page, its record, and the source of chance for one mutation."""

    text: str
    record: SourceRecord
    chance: Random

    def field(self, name: str) -> Field[Any] | None:
        value = getattr(self.record.fields, name)
        field = (value or (None,))[0] if isinstance(value, tuple) else value
        return field if field is not None and field.span is not None else None

    def put(self, name: str, words: str) -> str | None:
        """The text with a field's words replaced."""
        field = self.field(name)
        return (
            self.text[: field.span.start] + words + self.text[field.span.end :]
            if field and field.span
            else None
        )

    def within(self, name: str, old: str, new: str) -> str | None:
        """The text with words inside a field's words replaced, where they stand there."""
        field = self.field(name)
        if field is None or field.span is None or old not in field.span.exact:
            return None
        return self.put(name, field.span.exact.replace(old, new, 1))

    def cited(self, name: str) -> str:
        """A field's words as the cite-as line has them; empty if it does not."""
        line, field = self.field("cite_as"), self.field(name)
        words = field.span.exact if field and field.span else ""
        in_title = name == "publication_date" and words in self.words(
            "title"
        )  # a year, not to be told from it
        return words if line and line.span and words in line.span.exact and not in_title else ""

    def words(self, name: str) -> str:
        field = self.field(name)
        return field.span.exact if field and field.span else ""


def mutation(name: str) -> Callable[[Mutation], Mutation]:
    def register(function: Mutation) -> Mutation:
        MUTATIONS[name] = function
        return function

    return register


def _cited(page: Page, name: str, new: str) -> str | None:
    old = page.cited(name)
    return page.within("cite_as", old, new) if old else None


@mutation("CIT002")
def publisher_doubled(page: Page) -> str | None:
    return _cited(page, "publisher", f"{page.words('publisher')}, {page.words('publisher')}")


@mutation("CIT003")
def republisher_cited(page: Page) -> str | None:
    return _cited(page, "publisher", page.chance.choice(["UNHCR Refworld", "Refworld", "Saltmarsh Review"]))


@mutation("CIT004")
def author_left_out(page: Page) -> str | None:
    return _cited(page, "authors", "") and page.within("cite_as", f"{page.words('authors')}, ", "")


@mutation("CIT005")
def title_changed(page: Page) -> str | None:
    title = page.cited("title")
    word = page.chance.choice(re.findall(r"\w{4,}", title)) if title else ""
    return page.within("cite_as", title, title.replace(word, "Zebra")) if word else None


@mutation("CIT006")
def date_changed(page: Page) -> str | None:
    return _cited(
        page, "publication_date", page.chance.choice(["17 August 1999", "2 January 2010", "June 2008"])
    )


@mutation("CIT007")
def symbol_left_out(page: Page) -> str | None:
    return page.within("cite_as", f", {page.words('symbol')}", "") if page.cited("symbol") else None


@mutation("CIT007-other")
def symbol_changed(page: Page) -> str | None:
    return _cited(page, "symbol", page.words("symbol") + "7")


@mutation("CIT009")
def address_left_out(page: Page) -> str | None:
    return page.within("cite_as", f": {page.cited('url')} ", ": ") if page.cited("url") else None


@mutation("CIT010")
def original_without_address(page: Page) -> str | None:
    return page.text.replace(
        "\n\nResidents", "\n\nLink to original story on Northgate website\n\nResidents", 1
    )


@mutation("CIT011")
def access_left_out(page: Page) -> str | None:
    return (
        page.within("cite_as", f" [accessed {page.cited('accessed')}]", "")
        if page.cited("accessed")
        else None
    )


@mutation("CIT012")
def accessed_too_early(page: Page) -> str | None:
    return _cited(page, "accessed", page.chance.choice(["7 June 2001", "31 December 2010", "May 1999"]))


@mutation("CIT013")
def impossible_date(page: Page) -> str | None:
    return page.put("publication_date", page.chance.choice(["31 February 2019", "2019-13-05", "2015-020-24"]))


@mutation("CIT013-cited")
def impossible_date_cited(page: Page) -> str | None:
    return _cited(page, "publication_date", page.chance.choice(["31 April 2019", "2015-020-24"]))


@mutation("CIT014")
def first_of_january(page: Page) -> str | None:
    published, old = page.record.fields.publication_date, page.cited("publication_date")
    if published is None or published.value.iso is None or not old:
        return None
    day = f"1 January {int(published.value.iso[:4]) + 1}"  # what the page cites is older
    accessed = page.record.fields.accessed
    if accessed and accessed.value.iso and accessed.value.iso < day[-4:]:
        return None
    changed = page.put("publication_date", day)
    return changed.replace(f", {old},", f", {day},") if changed else None


@mutation("CIT015")
def updated_too_early(page: Page) -> str | None:
    return page.put("last_updated", "6 June 2003")


@mutation("CIT016")
def older_docid(page: Page) -> str | None:
    url = page.cited("url")
    return (
        page.within("cite_as", url, "https://www.refworld.org/docid/3ae6b4f44.html")
        if "docid" in url
        else None
    )


@mutation("CIT017")
def address_of_another_month(page: Page) -> str | None:
    return _cited(page, "url", "https://northgate.example/1999/11/flood-aid")


@mutation("CIT020")
def address_broken(page: Page) -> str | None:
    return page.within("cite_as", "/docid/", page.chance.choice(["/docid/ ", "/do cid/"])) and page.within(
        "cite_as", "/docid/", "/docid/ "
    )


@mutation("CIT021")
def space_before_comma(page: Page) -> str | None:
    return page.within("cite_as", ", ", " , ") if page.field("cite_as") else None


@mutation("CIT022")
def two_full_stops(page: Page) -> str | None:
    return page.put("authors", f"{page.words('authors')} D..") if page.field("authors") else None


@mutation("CIT023")
def site_as_publisher(page: Page) -> str | None:
    changed = page.put("publisher", "Refworld")
    old = page.cited("publisher")
    return changed.replace(f"Cite as {old}", "Cite as Refworld") if changed and old else None


@mutation("CIT024")
def site_as_author(page: Page) -> str | None:
    return page.put("authors", page.chance.choice(["UNHCR", "UNHCR Refworld"]))


@mutation("CIT025")
def publisher_with_place(page: Page) -> str | None:
    return page.put(
        "publisher", f"{page.words('publisher')}, {page.chance.choice(['London', 'Geneva', 'New York'])}"
    )


@mutation("CIT026")
def language_lost(page: Page) -> str | None:
    return _cited(page, "url", "https://www.refworld.org/reference/countryrep/northgate/2019/118403")


@mutation("CIT028")
def placeholder_author(page: Page) -> str | None:
    return page.put("authors", page.chance.choice(["undefined", "N/A", "null", "Unknown"]))


@mutation("CIT030")
def markup_in_title(page: Page) -> str | None:
    return page.within("title", " ", page.chance.choice(["&nbsp;", " <b>", "&#160;"]))


@mutation("CIT031")
def wrong_encoding(page: Page) -> str | None:
    return page.put("authors", page.words("authors") + " CortÃ©s") if page.field("authors") else None


@mutation("CIT032")
def doubled_space(page: Page) -> str | None:
    return page.within("title", " ", "  ")


@mutation("CIT034")
def malformed_address(page: Page) -> str | None:
    return page.within(
        "cite_as", "https://", page.chance.choice(["https//", "https:/", "http://https://", "htttps://"])
    )


@mutation("CIT035")
def front_page(page: Page) -> str | None:
    return _cited(page, "url", "https://www.refworld.org/")


@mutation("CIT037")
def archived_too_early(page: Page) -> str | None:
    url = page.words("url")
    line = f"\n\nArchived at https://web.archive.org/web/20010610/{url}\n\nResidents"
    return page.text.replace("\n\nResidents", line, 1) if url and "\n\nResidents" in page.text else None


@mutation("CIT044")
def label_glued(page: Page) -> str | None:
    return re.sub(r"^Publisher[ \xa0](?=\w)", "Publisher", page.text, count=1, flags=re.MULTILINE)


@mutation("CIT046")
def date_left_out(page: Page) -> str | None:
    old = page.cited("publication_date")
    return page.within("cite_as", f", {old},", ",") if old else None


@mutation("CIT047")
def tracked(page: Page) -> str | None:
    return _cited(page, "url", page.words("url") + "?utm_source=letter")


@mutation("CIT048")
def accessed_twice(page: Page) -> str | None:
    old = page.cited("accessed")
    return (
        page.within("cite_as", f"[accessed {old}]", f"[accessed {old}] [accessed 9 June 2023]")
        if old
        else None
    )


@mutation("CIT050")
def undecided_date(page: Page) -> str | None:
    return page.put("publication_date", page.chance.choice(["03/04/2019", "1.2.2019", "11-12-2018"]))


@mutation("DIS001")
def disclaimer_gone(page: Page) -> str | None:
    changed = page.put("disclaimer", "") if page.field("publisher") else None
    return re.sub(r"Disclaimer[:\s|]*$", "", changed, flags=re.MULTILINE) if changed else None


@mutation("DIS002")
def disclaimer_truncated(page: Page) -> str | None:
    words = page.words("disclaimer").split(" ")
    return (
        page.put("disclaimer", " ".join(words[: page.chance.randrange(16, len(words) - 4)]))
        if len(words) > 30
        else None
    )


def _disclaimer_word(page: Page, new: Callable[[str], str]) -> str | None:
    words = page.words("disclaimer")
    places = list(DISCLAIMER_WORDS.finditer(words))[1:-4]
    if not places:
        return None
    place = page.chance.choice(places)
    put = new(place.group())
    start = place.start() if put else place.start() - 1
    return page.put("disclaimer", words[:start] + put + words[place.end() :])


@mutation("DIS003")
def disclaimer_word_lost(page: Page) -> str | None:
    return _disclaimer_word(page, lambda word: "")


@mutation("DIS004")
def disclaimer_word_added(page: Page) -> str | None:
    return _disclaimer_word(page, lambda word: f"{word} {page.chance.choice(['partly', 'not', 'UNICEF'])}")


@mutation("DIS005")
def disclaimer_word_changed(page: Page) -> str | None:
    return _disclaimer_word(page, lambda word: page.chance.choice(["partly", "perhaps", "UNICEF"]))


@mutation("DIS007")
def disclaimer_glued(page: Page) -> str | None:
    return page.text.replace("Disclaimer This", "DisclaimerThis") if "Disclaimer This" in page.text else None


@mutation("DIS008")
def disclaimer_doubled(page: Page) -> str | None:
    words = page.words("disclaimer")
    return (
        page.text.replace("\n\nResidents", f"\n\n{words}\n\nResidents", 1)
        if "\n\nResidents" in page.text
        else None
    )


@mutation("CPY001")
def older_notice(page: Page) -> str | None:
    return (
        page.put("copyright_notice", f"© 1998 {page.words('publisher')}") if page.words("publisher") else None
    )


@mutation("CPY002")
def notice_of_others(page: Page) -> str | None:
    notice = page.words("copyright_notice")
    year = re.search(r"\d{4}", notice)
    return page.put("copyright_notice", f"© {year.group()} Saltmarsh Media Group") if year else None


@mutation("CPY003")
def notice_of_republisher(page: Page) -> str | None:
    year = re.search(r"\d{4}", page.words("copyright_notice"))
    return page.put("copyright_notice", f"© {year.group()} UNHCR") if year else None


@mutation("CPY005")
def notice_to_come(page: Page) -> str | None:
    year = re.search(r"\d{4}", page.words("copyright_notice"))
    return page.put("copyright_notice", f"© {year.group()}–2093 {page.words('publisher')}") if year else None


@mutation("SRC001")
def outlet_without_date(page: Page) -> str | None:
    return page.text.replace("the dykes gave way.", "the dykes gave way (Vale Courier).", 1)


@mutation("SRC002")
def source_to_come(page: Page) -> str | None:
    later = f"(Radio Estuary, April 16, {page.chance.randrange(2031, 2090)})"
    return (
        page.text.replace("(Radio Estuary, April 16)", later, 1) if page.field("publication_date") else None
    )


@mutation("SRC004")
def outlet_in_two_ways(page: Page) -> str | None:
    return page.text.replace(
        "(Vale Courier, April 18)",
        page.chance.choice(["(ValeCourier, April 18)", "(VALE Courier, April 18)"]),
        1,
    )


@mutation("SRC007")
def source_twice(page: Page) -> str | None:
    return page.text.replace(
        "(Radio Estuary, April 16)", "(Radio Estuary, April 16; Radio Estuary, April 16)", 1
    )


@mutation("SRC008")
def impossible_source_date(page: Page) -> str | None:
    return page.text.replace(
        "(Radio Estuary, April 16)",
        page.chance.choice(["(Radio Estuary, April 31)", "(Radio Estuary, February 30)"]),
        1,
    )


@mutation("ATT001")
def likelihood_and_confidence(page: Page) -> str | None:
    words = "We assess with high confidence that the dykes are very likely to hold. Rain fell until"
    return page.text.replace("Rain fell until", words, 1)

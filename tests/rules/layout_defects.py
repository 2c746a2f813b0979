"""Defects put into the file of a clean page, whatever its layout: each gives the changed text and where the change is.

A defect looks for words that the record found, in the file as it is written; it gives None where a page cannot have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from citebound.model import Field, SourceRecord

_CITE_AS = re.compile(
    r"^(?:\||<tr><td[^>]*>|- )?\s{0,9}(?:Cite as|Zitieren als)\b[^\n]*(?:\n(?!Disclaimer|\n|\|)[^\n]*)*", re.M
)
_ACCESS = re.compile(r"[\[(]accessed (?:on )?([^\])]*)[\])]")
DISCLAIMER = (
    "This is not a UNHCR publication. UNHCR is not responsible for, nor does it necessarily endorse, its content. Any "
    "views expressed are solely those of the author or publisher and do not necessarily reflect those of UNHCR, the "
    "United Nations or its Member States."
)  # fmt: skip
END = "and the ferry to Tarn was running again."


class Changed(NamedTuple):
    """The file with a defect, and the place of the defect in it."""

    text: str
    start: int
    end: int

    @property
    def lines(self) -> range:
        """The lines on which the defect may be found; what was left out is missed where the words before it end."""
        first = len(self.text[: self.start].rstrip())
        return range(self.text.count("\n", 0, first) + 1, self.text.count("\n", 0, self.end) + 2)


class Sheet(NamedTuple):
    """The file of a clean page, decoded, and its record."""

    text: str
    record: SourceRecord

    def words(self, name: str) -> str:
        """What the page says of a field, of the first author; empty if nothing."""
        value = getattr(self.record.fields, name)
        field = (value or (None,))[0] if isinstance(value, tuple) else value
        return field.raw if isinstance(field, Field) else ""

    def put(self, old: str, new: str) -> Changed | None:
        """The file with the first occurrence of some words replaced."""
        at = self.text.find(old) if old.strip() else -1
        return _changed(self.text, at, old, new)

    def cited(self, old: str, new: str) -> Changed | None:
        """The file with some words of its cite-as line replaced."""
        line = _CITE_AS.search(self.text)
        at = self.text.find(old, line.start() + 7, line.end()) if line and old.strip() else -1
        return _changed(self.text, at, old, new)

    @property
    def line(self) -> str:
        """The cite-as line, empty if there is none."""
        found = _CITE_AS.search(self.text)
        return found.group() if found else ""


def _changed(text: str, at: int, old: str, new: str) -> Changed | None:
    return Changed(text[:at] + new + text[at + len(old) :], at, at + len(new)) if at >= 0 else None


Defect = Callable[[Sheet], "Changed | None"]


def _address(sheet: Sheet) -> str:
    found = re.search(r"https?://[^\s<\[\]]+", sheet.line)
    return found.group() if found else ""


def _access(sheet: Sheet) -> str:
    found = _ACCESS.search(sheet.line)
    return found.group() if found else ""


def _is_plain(sheet: Sheet) -> bool:
    return "<html" not in sheet.text[:400].lower()


def _longest_word(words: str) -> str:
    return max(re.findall(r"\w{4,}", words), key=len, default="")


def _in_title(sheet: Sheet, old: str, new: str) -> Changed | None:
    """The file with words of its title replaced; in a table the heading above repeats it."""
    title = sheet.words("title")
    is_table = "| Title |" in sheet.text
    return sheet.put(title, title.replace(old, new, 1)) if _is_plain(sheet) and not is_table else None


def _title_cited_otherwise(sheet: Sheet) -> Changed | None:
    title = sheet.words("title")
    return sheet.cited(title, title.replace(_longest_word(title), "Zebras")) if title in sheet.line else None


def _date_cited(sheet: Sheet, new: str) -> Changed | None:
    """Another date in the cite-as line; a year that stands in the title too is not to be told from it."""
    date = sheet.words("publication_date")
    return None if date in sheet.words("title") else sheet.cited(date, new)


def _without_access(sheet: Sheet) -> Changed | None:
    is_no_defect = (
        "Accessed:" in sheet.text or sheet.record.profile == "generic"
    )  # which asks for no such date
    return None if is_no_defect else sheet.cited(f" {_access(sheet)}", "")


def _malformed(sheet: Sheet) -> Changed | None:
    url = sheet.words("url")
    is_linked = f'<a href="{url}"' in sheet.text  # what is shown is another thing than where the link leads
    return None if is_linked else sheet.put(url, url.replace("://", "//", 1))


def _undated(sheet: Sheet) -> Changed | None:
    """The date of the header made impossible; in the TOML of a front matter that breaks more than the date."""
    if sheet.text.startswith("+++") or "(Coast Wire) -" in sheet.text:  # a sentence tells what others wrote
        return None
    if sheet.words("publication_date") in sheet.words("title"):
        return None
    return sheet.put(sheet.words("publication_date"), "31 February 2018") if _is_plain(sheet) else None


def _labelled_author(sheet: Sheet) -> Changed | None:
    author = sheet.words("authors")
    label = re.search(rf"(?:Auth?or\w*|Auteur|By)\s?: {re.escape(author)}\n", sheet.text) if author else None
    return sheet.put(label.group(), label.group().replace(author, "undefined")) if label else None


def _older_notice(sheet: Sheet) -> Changed | None:
    notice = sheet.words("copyright_notice")
    years = re.findall(r"(?:19|20)\d\d", notice)
    return sheet.put(notice, notice.replace(years[0], "1987")) if len(years) == 1 else None


def _archived(sheet: Sheet, address: str) -> Changed | None:
    return sheet.put(END, f"{END} Archived at {address}") if sheet.words("url") else None


def _cited_twice(sheet: Sheet) -> Changed | None:
    one = 'Herald, "Boats asked for", 2 March 2016, https://herald.example/boats'
    other = 'Herald, "Another story", 9 March 2016, https://herald.example/boats'
    return sheet.put(END, f"{END}\n\n{one}\n\n{other}")


def _disclaimer(sheet: Sheet, old: str, new: str) -> Changed | None:
    return sheet.put(DISCLAIMER, DISCLAIMER.replace(old, new))


DEFECTS: dict[str, Defect] = {
    "CIT002": lambda s: s.cited(s.words("publisher"), f"{s.words('publisher')}, {s.words('publisher')}"),
    "CIT003": lambda s: s.cited(s.words("publisher"), "Saltmarsh Courier"),
    "CIT004": lambda s: s.cited(f"{s.words('authors')}, ", "") if s.words("authors") else None,
    "CIT005": _title_cited_otherwise,
    "CIT006": lambda s: _date_cited(s, "17 August 1999"),
    "CIT007": lambda s: None if s.words("symbol") in s.words("title") else s.cited(s.words("symbol"), "X/7"),
    "CIT009": lambda s: s.cited(_address(s), "") if "available at" in s.line else None,
    "CIT011": _without_access,
    "CIT012": lambda s: s.cited(_ACCESS.sub(r"\1", _access(s)), "7 June 2001"),
    "CIT013": _undated,
    "CIT013-cited": lambda s: _date_cited(s, "2015-020-24"),
    "CIT020": lambda s: s.cited("/docid/", "/docid/ "),
    "CIT021": lambda s: s.cited(f", {s.words('publication_date')}", f" , {s.words('publication_date')}"),
    "CIT024": lambda s: (
        s.put(s.words("authors"), "UNHCR Refworld") if s.record.profile == "refworld" else None
    ),
    "CIT026": lambda s: s.put("/2021/en/", "/2021/") if s.record.profile == "refworld" else None,
    "CIT028": _labelled_author,
    "CIT030": lambda s: _in_title(s, " ", "&nbsp;"),
    "CIT032": lambda s: _in_title(s, " ", "  "),
    "CIT034": _malformed,
    "CIT036": lambda s: _archived(s, "https://web.archive.org/web/20230610/https://other.example/x"),
    "CIT037": lambda s: _archived(s, f"https://web.archive.org/web/20010610/{s.words('url')}"),
    "CIT045": _cited_twice,
    "CIT048": lambda s: s.cited(_access(s), f"{_access(s)} [accessed 9 June 2023]"),
    "CPY001": _older_notice,
    "DIS002": lambda s: s.put(DISCLAIMER, DISCLAIMER[:150]),
    "DIS003": lambda s: _disclaimer(s, "UNHCR is not", "UNHCR is"),
    "DIS004": lambda s: _disclaimer(s, "its content", "all of its content"),
    "DIS005": lambda s: _disclaimer(s, "author or publisher", "author or editor"),
    "DIS007": lambda s: s.put(f"Disclaimer {DISCLAIMER}", f"Disclaimer{DISCLAIMER}"),
    "SRC001": lambda s: s.put("to the north.", "to the north (Tarn Gazette)."),
    "SRC002": lambda s: s.put(" 3).", " 3, 2091)."),
    "SRC008": lambda s: s.put("(Radio Vellmar,", "(Osk Post, February 30; Radio Vellmar,"),
}
"""By the code of the rule that must find the defect; what follows a hyphen tells variants apart."""

"""What on a page speaks for a source profile: its addresses, its labels, its phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from citebound.model import Document, Profile

_OWN_ADDRESS = ("link:canonical", "og:url", "citation_public_url", "dc.identifier")
_ADDRESS = re.compile(r"https?://[^\s<>\"'|]{4,300}")
_CITE_AS = ("Cite as",)
_BEFORE_LABELS = " \t|-–•*#"
_HEAD_LINES, _HEAD = 12, 6000  # lines and characters at the top of a page
_OWN_LINE = ("url:", "address:", "web address:", "permalink:", "source url:")
_HOST_SCORE, _CITED_SCORE, _PHRASE_SCORE, _LABEL_SCORE = 6, 4, 3, 2


class Match(NamedTuple):
    """How much speaks for a profile.

    Attributes:
        profile: The profile.
        score: The sum of what was found; comparable between profiles of one page only.
        reasons: What was found, one line each.
    """

    profile: Profile
    score: int
    reasons: tuple[str, ...]


def weigh(document: Document, profiles: Sequence[Profile]) -> Iterator[Match]:
    """Yields for each profile, in the given order, what on the page speaks for it."""
    page = _Page(document)
    for profile in profiles:
        found = tuple(_found(profile, page))
        yield Match(profile, sum(score for score, _ in found), tuple(reason for _, reason in found))


class _Page:
    """A page, folded where something is asked of it: single spaces, lower case."""

    def __init__(self, document: Document) -> None:
        self.text = document.text.casefold()
        self._cited: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._said: dict[str, bool] = {}
        self.hosts = tuple(_hosts(m.value for m in document.metadata if m.name in _OWN_ADDRESS))

    @cached_property
    def words(self) -> str:
        """All words of the page with one space between them."""
        return " ".join(self.text.split())

    def says(self, phrase: str) -> bool:
        """Tells whether the page holds a phrase; its longest word is sought first, which is cheap."""
        if phrase not in self._said:
            self._said[phrase] = _longest_word(phrase) in self.text and _folded(phrase) in self.words
        return self._said[phrase]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """All lines, each with one space between its words, without the marks before labels."""
        return tuple(map(_line, self.text.splitlines()))

    def lines_with(self, labels: Sequence[str]) -> Iterator[str]:
        """Yields the lines that begin with one of the labels."""
        wanted = tuple(_folded(label) for label in labels if self.says(label))
        yield from (line for line in self.lines if line.startswith(wanted)) if wanted else ()

    def hosts_to_cite(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        """Returns the hosts in the page's own lines: labelled, or alone at its top; a footnote says nothing."""
        if labels not in self._cited:
            addresses = (address for line in self.lines_with(labels) for address in _ADDRESS.findall(line))
            self._cited[labels] = tuple(_hosts((*addresses, *self._alone_at_the_top)))
        return self._cited[labels]

    @cached_property
    def _alone_at_the_top(self) -> tuple[str, ...]:
        """The addresses that fill one of the first lines."""
        lines = islice(filter(None, map(_line, self.text[:_HEAD].splitlines())), _HEAD_LINES)
        return tuple(line for line in lines if _ADDRESS.fullmatch(line.strip("<>()")))


def _found(profile: Profile, page: _Page) -> Iterator[tuple[int, str]]:
    evidence = profile.evidence
    labels = (*profile.labels.get("cite_as", _CITE_AS), *_OWN_LINE)
    cited = page.hosts_to_cite(labels) if evidence.hosts else ()
    for known in evidence.hosts:
        if any(_under(host, known) for host in page.hosts):
            yield _HOST_SCORE, f"the page's own address is at {known}"
        elif any(_under(host, known) for host in cited):
            yield _CITED_SCORE, f"the page is to be cited from {known}"
    for phrase in evidence.phrases:
        if page.says(phrase):
            yield _PHRASE_SCORE, f"it says {phrase!r}"
    for label in evidence.labels:
        if any(page.lines_with((label,))):
            yield _LABEL_SCORE, f"it has the label {label!r}"


def _line(words: str) -> str:
    return " ".join(words.split()).lstrip(_BEFORE_LABELS)


@lru_cache(maxsize=1024)  # the same few hundred words of profiles are sought on every page
def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


@lru_cache(maxsize=1024)
def _longest_word(words: str) -> str:
    return max(_folded(words).split(), key=len, default="")


def _hosts(addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        try:
            host = urlsplit(address.strip()).hostname
        except ValueError:  # a broken address, such as an unfinished IPv6 one
            continue
        if host:
            yield host


def _under(host: str, known: str) -> bool:
    return host == known or host.endswith("." + known)

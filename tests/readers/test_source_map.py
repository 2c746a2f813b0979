from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = st.text(st.sampled_from("abc \n\r\t&<>;é\u00a0😀\u0301ש"), max_size=12)
ENTITIES = st.sampled_from(
    ["&amp;", "&nbsp;", "&eacute;", "&#233;", "&#x1F600", "&lt", "&zzz;", "&", "\r\n", "\0"]
)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<b class='a>b'>", "</b>", "<br>", "<!-- c > x -->", "<div>", "</div>", "<li>", "<td>",
    "<table>", "<tr>", "</table>",
     "<script>a<b</script>", "<a href=x>", "</a>", "<nav>", "</nav>", "<h1>", "</h1>", "<pre>\n", "</pre>",
     "<dt>", "<dd>", "<span hidden>",
     "</span>", "<textarea>x</textarea>", "<!doctype html>", "<?pi?>", "</>", "<title>t</title>", "<p x=\"1'>",
     "<select><option>o</select>"]
)  # fmt: skip
PAGES = st.lists(st.one_of(WORDS, ENTITIES, TAGS), min_size=1, max_size=25).map("".join)
PAGES = PAGES.filter(lambda page: page.count("\0") < 16)  # more are no text


def check(document):
    """Every segment is exact, in the text's order, and never in a tag, a comment or a script."""
    end = 0
    for segment in document.source_map:
        assert segment.length > 0
        assert segment.start >= end
        end = segment.start + segment.length
        words = document.text[segment.start : end]
        assert words == document.source[segment.source : segment.source + segment.length]
    assert end <= len(document.text)


@given(PAGES)
@settings(max_examples=300, deadline=None)
def test_the_map_is_exact_and_the_blocks_are_the_text(read, page):
    document = read(f"<p>first{page}<p>last", "text/html")
    check(document)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end
        assert not document.text[end : block.start].strip()
        end = block.end
    assert end == len(document.text)


@given(st.lists(st.one_of(ENTITIES, TAGS), max_size=12))
@settings(max_examples=200, deadline=None)
def test_words_that_occur_once_are_found_where_they_stand(read, parts):
    """Numbered words between any markup: what is mapped, is mapped to its own number."""
    page = "".join(f"word{number} {part}" for number, part in enumerate(parts, 1000)) + " end"
    document = read(page, "text/html")
    check(document)
    for found in re.finditer(r"word\d+", document.text):
        place = document.source_offset(found.start())
        assert place is None or document.source.startswith(found.group(), place)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Two lorries were burnt.</p>", "Two lorries were burnt."),
        ("<title>Same</title><!--Same--><p title='Same'>Other</p><p>Same</p>", "Same"),
        ("<script>var a = 'Same'</script><nav>x</nav><p>Same</p>", "Same"),
        ("<p>caf&eacute; Same</p>", "Same"),
        ("<p>one<!-- c -->Same</p>", "Same"),
        ("<pre>a\r\n  Same\r\nb</pre>", "Same"),
        ("<p>a\n   Same</p>", "Same"),
        ("<table><tr><td>Label</td><td>Same</td></tr></table>", "Same"),
        ("<p>Same x</p></b><p hidden>Same y</p><p>Same z", "Same z"),
    ],
)  # fmt: skip
def test_places(read, page, words):
    document = read(page, "text/html")
    check(document)
    at = document.text.rindex(words)
    places = [document.source_offset(at + offset) for offset in range(len(words))]
    assert places == list(range(page.rindex(words), page.rindex(words) + len(words)))


def test_nearly_all_of_a_page_is_mapped(read, examples):
    document = read((examples / "web-report.html").read_bytes(), "text/html")
    check(document)
    mapped = sum(segment.length for segment in document.source_map)
    assert mapped > 0.97 * sum(block.end - block.start for block in document.blocks)

"""What the elements of HTML mean for a text (HTML Living Standard, section 4 and 15.3)."""

from __future__ import annotations

from typing import Literal

Role = Literal[
    "none", "skip", "block", "article", "main", "heading", "item", "quotation", "caption", "row", "cell", "term",
    "value", "break", "rule", "preformatted", "boilerplate", "header", "link", "raised",
]  # fmt: skip

_ROLES: dict[Role, str] = {
    # Not shown, or no words of the page: code, controls, drawings. (The head is not skipped: where the tags of head and
    # body are left out, the parser puts what HTML 4 didn't know, `main` or `nav`, into it.)
    "skip": "script style template svg title select option optgroup datalist textarea button input object "
    "embed iframe canvas audio video map noembed noframes progress meter frameset",
    "block": "html head body section div p address center details summary fieldset figure hgroup "
    "noscript ul ol table thead tbody tfoot colgroup dl legend dir xmp listing plaintext",
    "article": "article",
    "main": "main",
    "heading": "h1 h2 h3 h4 h5 h6",
    "item": "li",
    "quotation": "blockquote",
    "caption": "figcaption caption",
    "row": "tr",
    "cell": "td th",
    "term": "dt",
    "value": "dd",
    "break": "br",
    "rule": "hr",
    "preformatted": "pre",
    "boilerplate": "nav aside footer menu dialog",
    "header": "header form",
    "link": "a",
    "raised": "sup",
}
# Their content is no markup.
WITHOUT_RUNS = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
# They stand within a line and begin no block.
INLINE: frozenset[Role] = frozenset(["break", "link", "raised"])
ROLE: dict[str, Role] = {name: role for role, names in _ROLES.items() for name in names.split()}

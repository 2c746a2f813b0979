"""Parses the XML that stands inside other formats."""

from __future__ import annotations

from lxml import etree

from citebound.errors import UnreadableError


def parse_xml(content: bytes) -> etree._Element:
    """Parses XML without entities, network and external definitions.

    Raises:
        UnreadableError: If it is not well-formed, or has a document type: entities would vanish in silence.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"not well-formed XML: {error.msg.split(',')[0]}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("its XML has a document type, which may hide text; save it anew")
    return root

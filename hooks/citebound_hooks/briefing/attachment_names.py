"""The names of a briefing's attachments, and of their digests in its metadata."""

RECORD = "source-record.json"
EXTRACTION = "extraction.json"
PROVENANCE = "provenance.json"
CITATION = "citation.json"
ANNOTATIONS = "annotations.jsonld"
ORIGINALS = {"application/pdf": "original.pdf", "text/plain": "original.txt"}


def original_name(media_type: str) -> str:
    """Returns the name of an attached original."""
    return ORIGINALS.get(media_type, "original.txt")


def digest_name(attachment: str) -> str:
    """Returns the name of an attachment's digest in the metadata: `extractionSHA256` for `extraction.json`."""
    first, *more = attachment.rpartition(".")[0].split("-")
    return "".join([first, *(word.capitalize() for word in more), "SHA256"])

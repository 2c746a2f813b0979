"""The names of a briefing's attachments, and of their digests in its metadata."""

RECORD = "source-record.json"
EXTRACTION = "extraction.json"
PROVENANCE = "provenance.json"


def digest_name(attachment: str) -> str:
    """Returns the name of an attachment's digest in the metadata: `extractionSHA256` for `extraction.json`."""
    first, *more = attachment.rpartition(".")[0].split("-")
    return "".join([first, *(word.capitalize() for word in more), "SHA256"])

"""What can be done to metadata and attachments: each with the rule and the words that name it."""

import pdf_edits as edit
from pypdf.generic import ArrayObject, NameObject, TextStringObject

RECORD, EXTRACTION, PROVENANCE = "source-record.json", "extraction.json", "provenance.json"


def without(target, key):
    def edited(pdf):
        del target(pdf)[NameObject(f"/{key}")]

    return edited


def swap_attachments(pdf):
    one, other = (edit.attached(pdf, name) for name in (RECORD, EXTRACTION))
    first, second = one.get_data(), other.get_data()
    one.set_data(second)
    other.set_data(first)


def rename(pdf):
    specification = edit.specification(pdf, PROVENANCE)
    for key in ("/F", "/UF"):
        specification[NameObject(key)] = TextStringObject("notes.json")
    names = pdf.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    names[list(names).index(PROVENANCE)] = TextStringObject("notes.json")


def remove_attachment(pdf):
    names = pdf.root_object["/Names"]["/EmbeddedFiles"]
    listed = list(names["/Names"])
    at = listed.index(EXTRACTION)
    names[NameObject("/Names")] = ArrayObject([*listed[:at], *listed[at + 2 :]])


def second_of_a_name(pdf):
    pdf.add_attachment(EXTRACTION, b"{}")


def another_source(pdf):
    """The digest of the source replaced wherever it stands, and all digests stated anew."""
    old, new = b"888b16499a45", b"111111111111"
    for name in (RECORD, EXTRACTION):
        edit.attachment_text(pdf, name, old, new)
    edit.metadata(pdf, old, new)
    edit.restated(pdf)


def other_words(old, new):
    """Words replaced by as many others in the source text and all that quotes it, with all digests stated anew."""

    def edited(pdf):
        for name in (RECORD, EXTRACTION):
            if old in edit.attached(pdf, name).get_data():
                edit.attachment_text(pdf, name, old, new)
        edit.restated(pdf)

    return edited


def no_hedges(value):
    for claim in value["claims"]:
        claim["hedges"] = []


def no_claim(value):
    del value["claims"][0]


TAMPERED = [
    (
        "another title in the metadata",
        lambda pdf: edit.metadata(pdf, b"Orvania: A Ceasefire", b"Orvania: No Ceasefire"),
        "BRF011",
        "No Ceasefire",
    ),
    (
        "another creator in the metadata",
        lambda pdf: edit.metadata(
            pdf, b"<dc:creator><rdf:Seq><rdf:li>", b"<dc:creator><rdf:Seq><rdf:li>Not "
        ),
        "BRF008",
        "metadata dc:creator differs",
    ),
    (
        "another date in the metadata",
        lambda pdf: edit.metadata(pdf, b"CreateDate>2024", b"CreateDate>2023"),
        "BRF008",
        "metadata xmp:CreateDate differs",
    ),
    (
        "another digest of the source",
        lambda pdf: edit.metadata(pdf, b"sourceSHA256>888b", b"sourceSHA256>999b"),
        "BRF010",
        "metadata and the record",
    ),
    (
        "another digest of an attachment",
        lambda pdf: edit.metadata(pdf, b"extractionSHA256>", b"extractionSHA256>0000"),
        "BRF008",
        "metadata citebound:extractionSHA256 differs",
    ),
    (
        "another standard claimed",
        lambda pdf: edit.metadata(pdf, b"conformance>A<", b"conformance>B<"),
        "BRF008",
        "metadata pdfaid:conformance differs",
    ),
    (
        "metadata that are no XML",
        lambda pdf: edit.metadata(pdf, b"</rdf:RDF>", b""),
        "BRF008",
        "metadata was added",
    ),
    (
        "no metadata",
        without(lambda pdf: pdf.root_object, "Metadata"),
        "BRF008",
        "metadata dc:title is missing",
    ),
    (
        "another title in the properties",
        lambda pdf: pdf.add_metadata({"/Title": "No Ceasefire"}),
        "BRF008",
        "document property Title differs",
    ),
    (
        "another author in the properties",
        lambda pdf: pdf.add_metadata({"/Author": "Nobody"}),
        "BRF008",
        "document property Author differs",
    ),
    (
        "another subject in the properties",
        lambda pdf: pdf.add_metadata({"/Subject": "Nothing"}),
        "BRF008",
        "document property Subject differs",
    ),
    (
        "another date in the properties",
        lambda pdf: pdf.add_metadata({"/CreationDate": "D:19990101000000Z"}),
        "BRF008",
        "document property CreationDate differs",
    ),
    (
        "a property added",
        lambda pdf: pdf.add_metadata({"/Status": "final"}),
        "BRF008",
        "document property Status was added",
    ),
    (
        "a word of a quotation",
        lambda pdf: edit.attachment_text(pdf, EXTRACTION, b"four drivers", b"five drivers"),
        "BRF002",
        EXTRACTION,
    ),
    (
        "a name in the record",
        lambda pdf: edit.attachment_text(pdf, RECORD, b"Ines Calloway", b"Inez Calloway"),
        "BRF002",
        RECORD,
    ),
    (
        "the disclaimer in the record",
        lambda pdf: edit.attachment_text(pdf, RECORD, b"is not responsible for", b"is responsible for"),
        "BRF002",
        RECORD,
    ),
    (
        "a finding in the provenance",
        lambda pdf: edit.attachment_text(pdf, PROVENANCE, b'"CIT004"', b'"CIT999"'),
        "BRF002",
        PROVENANCE,
    ),
    (
        "the use of AI denied",
        lambda pdf: edit.attachment_text(pdf, PROVENANCE, b'"ai_use":"none"', b'"ai_use":"some"'),
        "BRF002",
        PROVENANCE,
    ),
    ("two attachments exchanged", swap_attachments, "BRF001", "source-record.json cannot be read"),
    ("an attachment renamed", rename, "BRF001", "provenance.json is missing"),
    ("an attachment removed", remove_attachment, "BRF001", "extraction.json is missing"),
    (
        "an attachment added",
        lambda pdf: pdf.add_attachment("more.json", b"{}"),
        "BRF008",
        "attachment more.json was added",
    ),
    ("a second attachment of a name", second_of_a_name, "BRF001", "more than one attachment extraction.json"),
    (
        "an attachment redescribed",
        lambda pdf: edit.put(edit.specification(pdf, RECORD), "Desc", TextStringObject("No")),
        "BRF008",
        "attachment source-record.json differs",
    ),
    (
        "an attachment of another kind",
        lambda pdf: edit.put(edit.specification(pdf, RECORD), "AFRelationship", edit.name("Unspecified")),
        "BRF008",
        "attachment source-record.json differs",
    ),
    (
        "attachments not associated",
        without(lambda pdf: pdf.root_object, "AF"),
        "BRF008",
        "associated files are missing",
    ),
    ("another source, consistently", another_source, "BRF008", "Page 3 differs"),
    ("another number, consistently", other_words(b"four drivers", b"five drivers"), "BRF008", "differs"),
    (
        "another disclaimer, consistently",
        other_words(b"is not responsible for", b"is all responsible for"),
        "BRF008",
        "Page 1 differs",
    ),
    (
        "hedges dropped, consistently",
        lambda pdf: edit.consistently(pdf, no_hedges),
        "BRF007",
        "lost its hedge",
    ),
    (
        "a claim dropped, consistently",
        lambda pdf: edit.consistently(pdf, no_claim),
        "BRF008",
        "Page 2 differs",
    ),
]

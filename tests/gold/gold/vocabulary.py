"""The words that annotations may use: the contract's types and kinds, and the keys of an annotation file."""

ACTOR_TYPES = {"armed-group", "person", "official", "state", "organisation", "media", "population", "unknown"}
ALIASES = {"acronym", "translation", "apposition", "short-name", "title", "variant"}
RELATIONS = {"member-of", "leads", "part-of", "allied-with", "opposes", "pledged-to", "split-from"}
CLAIM_KINDS = {"say", "claim-responsibility", "accuse", "deny", "pledge", "announce", "assess", "report"}
CITATION_KINDS = {"source", "see-also", "self"}
KEYS = {
    "": {
        "document",
        "citations",
        "dates",
        "actors",
        "claims",
        "events",
        "hedges",
        "neutral_dates",
        "neutral_hedges",
    },
    "document": {"date", "publisher", "series", "genre", "language", "header", "body", "headings", "neutral"},
    "citations": {"at", "outlet", "iso", "kind", "origin"},
    "actors": {"name", "type", "forms", "at", "except", "aliases", "roles", "rel"},
    "claims": {"id", "m", "k", "by", "q", "cites", "vs", "neg", "opt", "via", "when"},
    "events": {"m", "also", "type", "when", "where", "killed", "injured", "claims"},
}
ACCORDING = {"according to", "selon", "d’après"}  # cues that leave open whether somebody says or reports

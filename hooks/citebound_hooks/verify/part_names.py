"""What rules know of the names and digests of parts; light, as every check loads it."""

SIGNATURE = "signature"
"""What the names of a signature's parts begin with."""

PLURAL = ("associated files", "destinations", "further actions", "viewer preferences")
"""Names of parts that are more than one thing."""

DAMAGED = "damaged: "
"""What stands instead of a digest begins with this where a part cannot be read."""

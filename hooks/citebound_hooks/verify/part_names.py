"""What rules know of the names and digests of parts; light, as every check loads it."""

SIGNATURE = "signature"
"""What the names of a signature's parts begin with."""

DAMAGED = "damaged: "
"""What stands instead of a digest begins with this where a part cannot be read."""

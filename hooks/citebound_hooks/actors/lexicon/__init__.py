"""The words that the actors layer knows, and the keys that forms of one name share."""

"""The frames: each a way in which English ties a content to a cue and a source."""

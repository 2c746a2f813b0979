"""From validated markup to laid-out blocks: what the vocabulary's words look like, by the style."""

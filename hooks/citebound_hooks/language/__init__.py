"""What the extraction layers share: tokens, sentences, lexicons."""

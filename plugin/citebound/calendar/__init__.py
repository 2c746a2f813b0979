"""Month names and the written forms of dates: what `citebound.dates` is made of."""

"""How the rules read a page: words, cite-as lines, addresses, names and the places of fields."""

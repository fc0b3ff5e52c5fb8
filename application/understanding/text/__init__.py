"""A message as words: cut, spelt, and matched with the phrases of the languages."""

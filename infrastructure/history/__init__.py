"""The history as a whole: how large it is, what leaves it, and how it is kept elsewhere."""

"""What the shop says, a module of texts per language."""

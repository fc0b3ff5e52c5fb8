"""Shops as their owners describe them, in TOML."""

"""Grok, asked for what the rules do not understand."""

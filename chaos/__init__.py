"""Experiments that kill what the service stands on, and look whether a promise was broken."""

"""Readings in the plain terms of an evaluation."""

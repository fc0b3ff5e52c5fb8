"""The times of day that a message names."""

"""The race: far more customers than times, at several counters at once."""

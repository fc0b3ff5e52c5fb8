"""The past rebuilt from the log alone, without touching what lives."""

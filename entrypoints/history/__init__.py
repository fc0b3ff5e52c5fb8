"""The commands `events`, `replay` and `why`: reading what was recorded."""

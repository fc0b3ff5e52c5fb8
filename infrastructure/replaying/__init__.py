"""What replays need of files and of the log."""

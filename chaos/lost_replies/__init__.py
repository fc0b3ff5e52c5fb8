"""Redis executes a command, and its reply is lost: each of them once."""

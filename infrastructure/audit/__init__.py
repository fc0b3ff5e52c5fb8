"""The proof: whoever changes the log, or takes something out of it, is found out."""

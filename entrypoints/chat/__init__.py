"""Talking to a sandbox from the terminal: by hand, or by dialogues that plain text files tell."""

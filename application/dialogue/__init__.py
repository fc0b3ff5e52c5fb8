"""The conversation: what is answered to what was understood, and what is recorded of it."""

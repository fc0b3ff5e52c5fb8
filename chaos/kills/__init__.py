"""The web process and the worker are killed again and again while customers write."""

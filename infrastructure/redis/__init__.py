"""Redis itself: clients, scripts, and a server of our own."""

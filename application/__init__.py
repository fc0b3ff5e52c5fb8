"""What the service does: use cases, the dialogue, the understanding and the ports that they need."""

"""Durable queues on Redis: in order per key, side by side between keys."""

"""Recorders of the `eventsourcing` library over Redis, one partition of keys for all of them."""

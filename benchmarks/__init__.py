"""How fast and how small the event store is, measured beside what else could be used: `python -m benchmarks`."""

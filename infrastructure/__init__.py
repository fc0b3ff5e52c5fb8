"""Adapters: one module per outside thing, and the emulators of the sandbox."""

"""The log: events stored by tag, with personal data sealed per stream."""

"""What a customer wants, and of what: intents, services, barbers, people, picks."""

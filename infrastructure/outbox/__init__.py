"""What is on its way to WhatsApp, and at which pace."""

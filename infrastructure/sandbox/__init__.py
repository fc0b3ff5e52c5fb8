"""The sandbox: emulators of WhatsApp, Google Calendar and xAI, phones to play with, and a movable clock."""

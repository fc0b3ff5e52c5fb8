"""Google Calendar, where the barbers see their day."""

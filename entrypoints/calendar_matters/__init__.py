"""`barbershop calendar`: where calendars and appointments disagree."""

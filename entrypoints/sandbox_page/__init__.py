"""The sandbox's page: a phone, the barbers' calendars beside it, and the events as they come."""

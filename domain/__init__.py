"""The barbershop itself: its aggregates, values and rules, free of any I/O."""

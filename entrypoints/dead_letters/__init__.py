"""`barbershop dead-letters`: what could not be handled, shown, sent again or dropped."""

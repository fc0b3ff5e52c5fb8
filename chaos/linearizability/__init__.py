"""Whether slots behave as if one hand kept the book, while Redis is killed, stopped and cut off."""

"""How well messages are understood: accuracy, certainty and speed over labelled cases."""

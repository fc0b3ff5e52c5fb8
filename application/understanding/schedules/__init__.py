"""The days and times of a message put together: what is wished, left, or doubtful."""

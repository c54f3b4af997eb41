"""Numbers: pure functions from a portfolio to frames, one module a subject."""

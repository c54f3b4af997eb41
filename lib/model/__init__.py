"""What there is: tables, bounds, selection, portfolio."""

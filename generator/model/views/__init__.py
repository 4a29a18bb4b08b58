"""What is computed from the records and printed: sums, shares, progress, what is due."""

"""What is reckoned from the records and printed: sums, shares, progress, what is due."""

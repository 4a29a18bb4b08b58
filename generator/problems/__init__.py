"""What can be wrong, as values with a place, and the Persian sentences that say it."""

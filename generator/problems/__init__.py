"""Problems as values with a place, and the Persian sentences about them."""

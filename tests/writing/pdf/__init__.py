"""What the PDFs of both engines share."""

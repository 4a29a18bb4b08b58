"""What the PDFs of both engines share: margins, marks across the page, attached records."""

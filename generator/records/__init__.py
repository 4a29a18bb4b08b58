"""The register and what it keeps: numbers given, lines appended, finals stored."""

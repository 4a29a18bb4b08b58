"""sanad: right-to-left Persian documents, as DOCX and PDF, from neighbourhood plans kept as YAML."""

__version__ = "0.1.0"

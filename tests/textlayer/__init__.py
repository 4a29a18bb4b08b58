"""The measure of the text of PDFs: which words of a document a reader finds in its PDF, and whether that text is honest.

`words` says what a word is, `docx` which words a document has, `readers` what poppler, pdfium and MuPDF find; `measure`
compares them, and `python -m tests.textlayer FILE.docx FILE.pdf …` prints the table.
"""

"""The handbook as a PDF: typeset by Typst, finished by pikepdf."""

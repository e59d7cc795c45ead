"""Guide -> Markdown for Python-Markdown, HTML fragments, exports. Values in, text out."""

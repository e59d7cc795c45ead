"""Text -> model. Nothing here reads a disk: files come in as bytes or through callables."""

"""Everything that touches MkDocs, the disk, the clock or the log."""

"""Handbooks: which pages each holds, and built pages -> the JSON that the template prints."""

"""Word files: write a set letter, read one of our own back, look for faults, and learn its pages."""

from comment_kit.docx.about import About
from comment_kit.docx.write import write_docx

__all__ = ["About", "write_docx"]

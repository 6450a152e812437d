"""Word files: write a set letter, read one of our own back, look for faults, and learn its pages."""

from comment_kit.docx.about import About
from comment_kit.docx.read import read_docx_own
from comment_kit.docx.untouched import Touch, is_untouched
from comment_kit.docx.write import write_docx
from comment_kit.docx.writing.set_edges import LAST_PAGE

__all__ = ["LAST_PAGE", "About", "Touch", "is_untouched", "read_docx_own", "write_docx"]

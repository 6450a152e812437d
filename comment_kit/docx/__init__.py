"""Word files: write a set letter, read one of our own or anybody's, comment on it, look for faults, learn its pages."""

from comment_kit.docx.about import About
from comment_kit.docx.annotate import annotate
from comment_kit.docx.inspect import inspect_letter
from comment_kit.docx.lint import lint_docx
from comment_kit.docx.office import find_office, pdf_of, to_pdf
from comment_kit.docx.pagination import estimate_pages, headings_pages
from comment_kit.docx.read import read_docx_own
from comment_kit.docx.read_any import read_docx
from comment_kit.docx.untouched import Untouched, is_untouched
from comment_kit.docx.write import write_docx
from comment_kit.docx.writing.set_edges import LAST_PAGE

__all__ = [
    "LAST_PAGE",
    "About",
    "Untouched",
    "annotate",
    "estimate_pages",
    "find_office",
    "headings_pages",
    "inspect_letter",
    "is_untouched",
    "lint_docx",
    "pdf_of",
    "read_docx",
    "read_docx_own",
    "to_pdf",
    "write_docx",
]

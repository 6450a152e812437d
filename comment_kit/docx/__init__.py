"""Word files: write a set letter, read one of our own or anybody's, comment on it, look for faults, learn its pages.

Each door of this room is opened on its first use, so that writing a letter does not wait for all that reads one.
"""

from typing import TYPE_CHECKING

from comment_kit.first_use import on_first_use

if TYPE_CHECKING:
    from comment_kit.docx.about import About
    from comment_kit.docx.annotating import annotate
    from comment_kit.docx.findings import FINDINGS
    from comment_kit.docx.inspect import inspect_letter
    from comment_kit.docx.lint import lint_docx
    from comment_kit.docx.office import find_office, pdf_of, to_pdf
    from comment_kit.docx.pagination import estimate_pages, headings_pages
    from comment_kit.docx.read import read_docx_own
    from comment_kit.docx.read_any import read_docx
    from comment_kit.docx.shaping import ShapedLetter, read_shaped_docx
    from comment_kit.docx.untouched import Untouched, is_untouched
    from comment_kit.docx.write import write_docx
    from comment_kit.docx.writing.set_edges import LAST_PAGE

__all__ = [
    "FINDINGS",
    "LAST_PAGE",
    "About",
    "ShapedLetter",
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
    "read_shaped_docx",
    "to_pdf",
    "write_docx",
]

__getattr__ = on_first_use(
    __name__,
    {
        "FINDINGS": "findings",
        "LAST_PAGE": "writing.set_edges",
        "About": "about",
        "ShapedLetter": "shaping",
        "Untouched": "untouched",
        "annotate": "annotating",
        "estimate_pages": "pagination",
        "find_office": "office",
        "headings_pages": "pagination",
        "inspect_letter": "inspect",
        "is_untouched": "untouched",
        "lint_docx": "lint",
        "pdf_of": "office",
        "read_docx": "read_any",
        "read_docx_own": "read",
        "read_shaped_docx": "shaping",
        "to_pdf": "office",
        "write_docx": "write",
    },
)

"""Pages of documents: the page text of sources, and where the parts of a PDF stand."""

from comment_kit.pages.outline import outline_pages, page_count
from comment_kit.pages.pdf import read_pdf

__all__ = ["outline_pages", "page_count", "read_pdf"]

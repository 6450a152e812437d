"""Pages of documents: where the parts of a PDF stand."""

from comment_kit.pages.outline import outline_pages, page_count

__all__ = ["outline_pages", "page_count"]

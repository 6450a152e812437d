"""Pages of documents: the page text of sources, and where the parts of a PDF stand."""

from comment_kit.pages.federal_register import read_federal_register_xml
from comment_kit.pages.outline import outline_pages, page_count
from comment_kit.pages.pdf import read_pdf
from comment_kit.pages.plain import read_plain
from comment_kit.pages.searching import Hit
from comment_kit.pages.source_files import read_source_file
from comment_kit.pages.store import PageStore, StoredText

__all__ = [
    "Hit",
    "PageStore",
    "StoredText",
    "outline_pages",
    "page_count",
    "read_federal_register_xml",
    "read_pdf",
    "read_plain",
    "read_source_file",
]

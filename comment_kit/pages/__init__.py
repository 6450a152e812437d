"""Pages of documents: the page text of sources, and where the parts of a PDF stand."""

from comment_kit.pages.editions import edition_of
from comment_kit.pages.federal_register import read_federal_register_xml
from comment_kit.pages.findings import FINDINGS
from comment_kit.pages.letters import LARGEST_FILE, PrintedLetter, read_letter_pdf
from comment_kit.pages.outline import outline_pages, page_count
from comment_kit.pages.pdf import read_pdf
from comment_kit.pages.plain import read_plain
from comment_kit.pages.reader import TIME_LIMIT
from comment_kit.pages.searching import Hit
from comment_kit.pages.source_files import fingerprint, read_source_file
from comment_kit.pages.store import PageStore, StoredText

__all__ = [
    "FINDINGS",
    "LARGEST_FILE",
    "TIME_LIMIT",
    "Hit",
    "PageStore",
    "PrintedLetter",
    "StoredText",
    "edition_of",
    "fingerprint",
    "outline_pages",
    "page_count",
    "read_federal_register_xml",
    "read_letter_pdf",
    "read_pdf",
    "read_plain",
    "read_source_file",
]

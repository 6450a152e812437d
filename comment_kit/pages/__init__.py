"""Pages of documents: the page text of sources, and where the parts of a PDF stand.

Each door of this room is opened on its first use, so that looking into stored pages does not wait for all that reads
a file.
"""

from typing import TYPE_CHECKING

from comment_kit.first_use import on_first_use

if TYPE_CHECKING:
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

__getattr__ = on_first_use(
    __name__,
    {
        "FINDINGS": "findings",
        "LARGEST_FILE": "letters",
        "TIME_LIMIT": "reader",
        "Hit": "searching",
        "PageStore": "store",
        "PrintedLetter": "letters",
        "StoredText": "store",
        "edition_of": "editions",
        "fingerprint": "source_files",
        "outline_pages": "outline",
        "page_count": "outline",
        "read_federal_register_xml": "federal_register",
        "read_letter_pdf": "letters",
        "read_pdf": "pdf",
        "read_plain": "plain",
        "read_source_file": "source_files",
    },
)

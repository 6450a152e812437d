"""Take an argument out of a filed letter: choose the part, let its citations stand alone, offer its parameters."""

from comment_kit.blocks.taking.findings import FINDINGS, READS_OTHERWISE
from comment_kit.blocks.taking.headings import with_typed_headings
from comment_kit.blocks.taking.outline import Stretch, find_heading, find_paragraphs, outline
from comment_kit.blocks.taking.passage import Passage, take
from comment_kit.blocks.taking.recipients import Recipient, recipient_of
from comment_kit.blocks.taking.writing import block_file, name_from

__all__ = [
    "FINDINGS",
    "READS_OTHERWISE",
    "Passage",
    "Recipient",
    "Stretch",
    "block_file",
    "find_heading",
    "find_paragraphs",
    "name_from",
    "outline",
    "recipient_of",
    "take",
    "with_typed_headings",
]

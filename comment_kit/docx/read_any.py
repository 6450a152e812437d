"""Read the letter that anybody's Word file holds: its text, its notes as numbered on the page, its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from comment_kit.docx.citation_field import read_instruction
from comment_kit.docx.facts import file_facts
from comment_kit.docx.fields import LineReader, Piece
from comment_kit.docx.numbers import NoteNumbers
from comment_kit.docx.package import Element, WordPackage, open_package
from comment_kit.docx.shapes import heading_level, is_block_quote, is_contents, paragraphs_with_boxes
from comment_kit.docx.story import Story, words_of
from comment_kit.model.letter import Block, BlockQuote, Footnote, FrontMatter, Heading, Inline, Letter, NoteCall, Paragraph
from comment_kit.model.places import Location
from comment_kit.model.text import Span, joined, plain
from comment_kit.model.word import StaleNumber, StoredCitation, WordLetter

_FIRST_WORDS = 8


def read_docx(content: bytes, name: str = "the file") -> WordLetter:
    """Return the letter in a .docx, which messages and places call ``name``.

    Tracked insertions are read as text and deletions are not, as Word shows the letter with changes accepted.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    package = open_package(content, name)
    return _Reader(package=package, name=name).letter()

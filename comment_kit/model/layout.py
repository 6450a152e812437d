"""How the pages of a letter look: what a letter template decides and every writer carries out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field


class Numeral(StrEnum):
    """How the headings of one level are counted."""

    UPPER_ROMAN = "I"
    UPPER_LETTER = "A"
    ARABIC = "1"
    LOWER_LETTER = "a"
    LOWER_ROMAN = "i"


class PageNumbers(StrEnum):
    """What stands at the foot of each page."""

    NONE = "none"
    PAGE = "page"
    PAGE_OF_PAGES = "page of pages"


ROLES = (
    "cover-lead",  # "Comments of", "In the Matter of"
    "organization",
    "author",
    "docket-title",
    "docket-id",
    "filing-date",
    "contents-title",
    "letterhead",
    "addressee",
    "re",
    "closing",  # "Respectfully submitted,"
    "signature-line",
    "signatory",
    "contact",
    "disclaimer",
    "draft",
)
"""What a letter template may make of a paragraph; each is a paragraph style in Word and a class in HTML."""

DIVISIONS = ("cover", "contents", "letterhead", "signature", "footer", "pagebreak")
"""The fenced divisions of a letter template."""


class Layout(Struct, frozen=True, kw_only=True):
    """The page set-up of a letter template. Lengths are in points."""

    template: str
    required: tuple[str, ...] = ()
    """Keys of the front matter that a letter of this template must have ("docket.title")."""
    heading_numerals: tuple[Numeral, ...] = (Numeral.UPPER_ROMAN, Numeral.UPPER_LETTER, Numeral.ARABIC)
    """By level; no numerals, no numbers."""
    author_marks: tuple[str, ...] = ("i", "ii", "iii", "iv", "v")
    page_width: float = 612.0
    page_height: float = 792.0
    margin: float = 72.0
    font: str = "Times New Roman"
    font_size: float = 12.0
    note_size: float = 10.0
    line_spacing: float = 1.15
    """As a multiple of a single line."""
    page_numbers: PageNumbers = PageNumbers.PAGE
    number_first_page: bool = True
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Everything else in ``template.toml``."""

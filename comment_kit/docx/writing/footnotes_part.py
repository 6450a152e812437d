"""The part of a Word file that holds its footnotes, which python-docx does not know."""

from typing import cast

from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.story import StoryPart

from comment_kit.docx.writing.wml import Element, add, new
from comment_kit.errors import CommentKitError

MOST_NOTES = 32767
"""The highest number that Word takes for a note's ``w:id``."""

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The two notes that are no notes: the rule above the notes, and the rule above those that run on."""


class FootnotesPart(StoryPart):
    """``word/footnotes.xml``; its notes have ids that ascend in the order of their references."""

    @classmethod
    def default(cls, package: Package) -> "FootnotesPart":
        """Return a new part with the two separators."""
        footnotes = new("footnotes")
        for kind, identity in SEPARATORS:
            paragraph = add(add(footnotes, "footnote", type=kind, id=identity), "p")
            add(add(paragraph, "r"), kind)
        return cls(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, cast("BaseOxmlElement", footnotes), package
        )

    def add_note(self, identity: int) -> Element:
        """Return a new empty note. The caller counts the ids from 1: looking for the highest here is quadratic.

        Raises:
            CommentKitError: there are more notes than Word can number.
        """
        if identity > MOST_NOTES:
            raise CommentKitError(
                f"the letter has more than {MOST_NOTES} footnotes, which is all that a Word file can hold",
                remedy="file it in parts",
            )
        return add(self.element, "footnote", id=identity)

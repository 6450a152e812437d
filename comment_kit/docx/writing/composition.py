"""What the parts of one letter share while they are set."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.package import Package
from docx.parts.story import StoryPart
from msgspec import Struct, field

from comment_kit.docx.about import About
from comment_kit.docx.writing.addresses import word_address
from comment_kit.docx.writing.line import Lines
from comment_kit.docx.writing.numbering import Numbering
from comment_kit.docx.writing.style_sheet import StyleSheet
from comment_kit.model.layout import Layout
from comment_kit.model.letter import (
    Block,
    CalledNote,
    CrossReference,
    Heading,
    Letter,
    NoteCall,
    SetCitation,
    headings_in,
    notes_in_order,
    walk,
)
from comment_kit.model.targets import printed_targets
from comment_kit.model.text import Span


class PlacedNote(Struct, frozen=True, kw_only=True):
    """A note as the body calls it."""

    id: int
    """Its ``w:id``: from 1 in the order of the calls, as LibreOffice needs it to pair notes and marks."""
    called: CalledNote
    bookmark: str | None
    """The bookmark around its mark, where something points at it."""


class PlacedHeading(Struct, frozen=True, kw_only=True):
    """A heading as contents and cross-references find it."""

    heading: Heading
    contents_bookmark: str
    bookmark: str | None
    """The bookmark for cross-references, where something points at it."""


class Plan(Struct, frozen=True, kw_only=True):
    """What is known of a letter before a word of it is set."""

    notes: Mapping[str, PlacedNote]
    """By id, in the order of their calls."""
    headings: tuple[PlacedHeading, ...]
    """In reading order."""
    anchors: Mapping[str, PlacedHeading]
    """The first heading of each id."""
    printed: Mapping[str, str]
    """What a cross-reference prints, by the id that it points at."""


def plan(letter: Letter) -> Plan:
    """Return where the notes and headings of ``letter`` stand and by which bookmarks they are found."""
    wanted = frozenset(_targets(letter))
    notes = notes_in_order(letter)
    headings = tuple(_headings(letter.blocks, wanted))
    anchors: dict[str, PlacedHeading] = {}
    for placed in headings:
        anchors.setdefault(placed.heading.id, placed)
    return Plan(
        notes={
            called.note.id: PlacedNote(
                id=identity,
                called=called,
                bookmark=f"_RefFn{identity}" if called.note.id in wanted else None,
            )
            for identity, called in enumerate(notes, start=1)
        },
        headings=headings,
        anchors=anchors,
        printed=printed_targets(letter, notes),
    )


def _headings(blocks: tuple[Block, ...], wanted: frozenset[str]) -> Iterator[PlacedHeading]:
    for place, heading in enumerate(headings_in(blocks), start=1):
        yield PlacedHeading(
            heading=heading,
            contents_bookmark=f"_Toc{place:06d}",
            bookmark=f"_RefPart{place}" if heading.id in wanted else None,
        )


def _targets(letter: Letter) -> Iterator[str]:
    """Yield every id that something in ``letter`` points at; a note called twice is pointed at by its second call."""
    calls: Counter[str] = Counter()
    for blocks in (letter.blocks, *(note.blocks for note in letter.notes.values())):
        for part in walk(blocks):
            match part:
                case CrossReference():
                    yield part.target
                case Span(refers_to=str() as target):
                    yield target
                case SetCitation():
                    yield from (span.refers_to for span in part.text if span.refers_to is not None)
                case NoteCall():
                    calls[part.note] += 1
    yield from (note for note, times in calls.items() if times > 1)


class Composition(Struct, kw_only=True):
    """One letter on its way into one file: what is known of it, and what is counted as it is set."""

    letter: Letter
    layout: Layout
    about: About
    plan: Plan
    pages: Mapping[str, int]
    images: Mapping[str, bytes]
    package: Package
    styles: StyleSheet
    numbering: Numbering
    heading_list: int | None
    """The list that counts the headings; None where the layout numbers none."""
    text_width: float
    """Between the margins, in points."""
    for_office: bool = False
    """True where only LibreOffice will read the file: it sets an author's mark before the note by itself."""
    lines: Lines = field(default_factory=Lines)
    called: set[str] = field(default_factory=set)
    """The notes whose marks stand in the body already."""
    stamps: list[str] = field(default_factory=list)
    """The stamp of each citation as it is set: those of the text, then those of the notes."""
    headings_set: Iterator[int] = field(default_factory=count)
    bookmark_ids: Iterator[int] = field(default_factory=lambda: count(1))
    picture_ids: Iterator[int] = field(default_factory=lambda: count(1))


class Story(Struct):
    """One part that holds text: the body, the notes, a header or a footer. Its links and pictures are its own."""

    part: StoryPart
    whole: Composition
    is_body: bool = False
    """True where notes may be called and bookmarks set."""
    links: dict[str, str | None] = field(default_factory=dict)

    def link(self, url: str) -> str | None:
        """Return the relationship of an address, or None where Word would refuse the address.

        python-docx compares each new link with every one before it; a table of our own keeps this linear.
        """
        if url not in self.links:
            self.links[url] = self._new_link(url)
        return self.links[url]

    def _new_link(self, url: str) -> str | None:
        address = word_address(url)
        if address is None:
            return None
        name = f"link{len(self.links) + 1}"
        self.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
        return name


class Surroundings(Struct, frozen=True, kw_only=True):
    """What stands around a block."""

    division: str = ""
    """The division it stands in."""
    style: str | None = None
    """The style of its text, where the surroundings decide it: the notes', a block quotation's."""
    quotes: int = 0
    """How many block quotations it stands in."""
    lists: int = 0
    """How many lists it stands in."""
    depth: int = 0
    """How many blocks it stands in."""

"""Look in a set letter for what a Word file cannot print as it is meant."""

from collections.abc import Iterator, Mapping

from comment_kit.docx.findings import ADDRESS_NOT_LINKED, HEADING_SKIPPED, NOTE_IN_FOOTER, UNREADABLE_PICTURE
from comment_kit.docx.writing.addresses import word_address
from comment_kit.docx.writing.pictures import is_whole, picture_size
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import (
    Block,
    CrossReference,
    Division,
    Heading,
    Image,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
    SetCitation,
    Table,
    headings_in,
    walk,
)
from comment_kit.model.places import Location
from comment_kit.model.targets import heading_words
from comment_kit.model.text import Span


def inspect_letter(letter: Letter, images: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with ``letter`` for Word, in order of place.

    Args:
        letter: as the styles have set it.
        images: the pictures that were found, by their paths as written; one that was not is another's finding.
    """
    found = [*_notes_in_footers(letter), *_skipped_headings(letter)]
    faults = _picture_faults(images)
    for blocks in (letter.blocks, *(note.blocks for note in letter.notes.values())):
        found += [*(_pictures(blocks, faults) if faults else ()), *_addresses(blocks)]
    return tuple(sorted(found, key=lambda each: each.location))


def _notes_in_footers(letter: Letter) -> Iterator[Diagnostic]:
    for division in letter.blocks:
        if isinstance(division, Division) and division.name == "footer":
            for call in (part for part in walk(division.blocks) if isinstance(part, NoteCall)):
                yield NOTE_IN_FOOTER.at(
                    call.location,
                    f"the note '{call.note}' is called in the foot of the page, where Word has no notes",
                    hint="put the citation into the text of the letter",
                )


def _skipped_headings(letter: Letter) -> Iterator[Diagnostic]:
    above = 0
    for heading in headings_in(letter.blocks):
        if heading.level > above + 1:
            yield HEADING_SKIPPED.at(
                heading.location,
                f"the heading '{heading_words(heading)}' is of level {heading.level}, "
                + (f"and the one before it of level {above}" if above else "and it is the first"),
                hint=f"begin it with '{'#' * (above + 1)}'",
            )
        above = heading.level


def _pictures(blocks: tuple[Block, ...], faults: Mapping[str, str]) -> Iterator[Diagnostic]:
    for image in (part for part in walk(blocks) if isinstance(part, Image) and part.path in faults):
        yield UNREADABLE_PICTURE.at(
            image.location, f"the picture '{image.path}' {faults[image.path]}", hint="save it anew as PNG or JPEG"
        )


def _picture_faults(images: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return what is wrong with each picture that cannot be shown, by its path."""
    unreadable = {path: "cannot be read" for path, content in images.items() if picture_size(content) is None}
    damaged = {
        path: "is damaged or cut off"
        for path, content in images.items()
        if path not in unreadable and not is_whole(content)
    }
    return {**unreadable, **damaged}


def _addresses(blocks: tuple[Block, ...]) -> Iterator[Diagnostic]:
    for location, line in _lines(blocks):
        for url in dict.fromkeys(url for part in line for url in _urls(part)):
            if word_address(url) is None:
                yield ADDRESS_NOT_LINKED.at(
                    location,
                    f"'{url}' is no address that a link can lead to",
                    hint="an address begins with https:// and names a site",
                )


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Location, tuple[Inline, ...]]]:
    """Yield every line of ``blocks`` with the place of what holds it."""
    for part in walk(blocks):
        match part:
            case Paragraph() | Heading():
                yield part.location, part.content
            case Table():
                yield from ((part.location, cell) for row in (part.header, *part.rows) for cell in row)


def _urls(part: Inline) -> Iterator[str]:
    match part:
        case Span(url=str() as url):
            yield url
        case SetCitation():
            yield from (span.url for span in part.text if span.url is not None)
        case CrossReference():
            yield from (span.url for span in part.words if span.url is not None)

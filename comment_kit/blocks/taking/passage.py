"""Take a stretch of a letter out of it, so that it stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.blocks.taking.citations import Settler
from comment_kit.blocks.taking.findings import PICTURE_LEFT_OUT, TRACKED_CHANGE
from comment_kit.blocks.taking.inserts import Inserts
from comment_kit.blocks.taking.outline import Stretch, outline
from comment_kit.blocks.taking.parameters import Parameters
from comment_kit.blocks.taking.recipients import Recipient
from comment_kit.blocks.taking.references import References
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, Footnote, Heading, Letter, NoteCall, Paragraph, notes_in_order, walk
from comment_kit.model.passages import Oddity, OddityKind
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Resolution
from comment_kit.model.rewriting import rewritten
from comment_kit.model.sources import Library
from comment_kit.model.targets import printed_targets
from comment_kit.model.text import Span

_OF_ODDITY = {
    OddityKind.CHANGE: (TRACKED_CHANGE, "a change is tracked here; its insertions were taken, its deletions left out"),
    OddityKind.PICTURE: (PICTURE_LEFT_OUT, "a picture stands here and was left out"),
}


class Passage(Struct, frozen=True, kw_only=True):
    """A stretch of a letter that stands alone."""

    title: str
    letter: Letter
    """The text without the heading it stood under, inner headings from level 1, and its notes."""
    parameters: Mapping[str, str]
    """By parameter, the name that it stands for in the letter."""
    inserts: Mapping[str, str]
    """What is to be written, unescaped, for each sign in the text."""
    diagnostics: tuple[Diagnostic, ...]


def take(  # noqa: PLR0913 - what is known of the letter
    stretch: Stretch,
    letter: Letter,
    resolutions: Sequence[Resolution],
    library: Library,
    *,
    candidates: Mapping[str, tuple[str, ...]],
    oddities: Iterable[Oddity],
    recipient: Recipient | None,
) -> Passage:
    """Return ``stretch`` made to stand alone, and what of it could not be.

    Args:
        stretch: of ``letter``.
        letter: the whole letter, its citations found.
        resolutions: of all its citations.
        library: the sources there are.
        candidates: by the key of a source that could not be told, the sources it may be.
        oddities: what in the file does not come along whole.
        recipient: the agency it was filed with, whose names are offered as parameters.
    """
    inserts = Inserts()
    report: list[Diagnostic] = []
    title, blocks = _without_heading(stretch)
    called = (part.note for part in walk(blocks) if isinstance(part, NoteCall))
    notes = {name: letter.notes[name] for name in called if name in letter.notes}
    marked = _Oddities(oddities=tuple(oddities), inserts=inserts, report=report)
    blocks = marked.marked(blocks)
    notes = {name: replace(note, blocks=marked.marked(note.blocks)) for name, note in notes.items()}
    references = _references(blocks, notes, letter, inserts, report)
    settler = Settler(
        by_place={each.at: each for each in resolutions},
        library=library,
        candidates=candidates,
        references=references,
        inserts=inserts,
        report=report,
    )
    notes = {name: settler.note(note) for name, note in notes.items()}
    blocks = tuple(_referring(block, references) for block in blocks)
    used: Mapping[str, str] = {}
    if recipient is not None:
        parameters = Parameters(recipient=recipient, library=library, notes=notes, inserts=inserts, report=report)
        blocks = parameters.offered(blocks)
        parameters.tell_of_notes()
        used = dict(sorted(parameters.used.items()))
    return Passage(
        title=title,
        letter=replace(letter, blocks=blocks, notes=notes),
        parameters=used,
        inserts=inserts.raw,
        diagnostics=tuple(dict.fromkeys(report)),
    )


def _referring(block: Block, references: References) -> Block:
    return rewritten((block,), lambda line: references.in_text(line, block.location))[0]


def _without_heading(stretch: Stretch) -> tuple[str, tuple[Block, ...]]:
    """Return the title and the blocks under it; headings below count from level 1."""
    first, *rest = stretch.blocks
    blocks = tuple(rest) if isinstance(first, Heading) and rest else stretch.blocks
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    above = stretch.level if stretch.level and levels and min(levels) > stretch.level else min(levels, default=1) - 1
    title = stretch.title or _title_of(stretch.blocks)
    return title, tuple(
        replace(block, level=block.level - above) if isinstance(block, Heading) else block for block in blocks
    )


def _title_of(blocks: Sequence[Block]) -> str:
    """Return the first heading, or the first words."""
    lines = [block for block in blocks if isinstance(block, Heading | Paragraph)]
    first = next((block for block in lines if isinstance(block, Heading)), lines[0] if lines else None)
    words = "".join(part.text for part in first.content if isinstance(part, Span)).split() if first else []
    return " ".join(words[:8])


def _references(
    blocks: tuple[Block, ...],
    notes: Mapping[str, Footnote],
    letter: Letter,
    inserts: Inserts,
    report: list[Diagnostic],
) -> References:
    ids = {part.id for part in walk(blocks) if isinstance(part, Heading) and part.id}
    return References(
        inside=frozenset({*ids, *notes}),
        notes=frozenset(notes),
        printed=printed_targets(letter, notes_in_order(letter)),
        labels=frozenset(each.label for each in outline(letter) if each.label),
        inserts=inserts,
        report=report,
    )


class _Oddities(Struct, frozen=True, kw_only=True):
    """What in the lines of a passage does not come along whole."""

    oddities: tuple[Oddity, ...]
    inserts: Inserts
    report: list[Diagnostic]

    def marked(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return ``blocks`` with a remark at the end of each line that holds something odd."""
        places: dict[Location, list[OddityKind]] = {}
        for oddity in self.oddities:
            places.setdefault(oddity.location, []).append(oddity.kind)
        odd: dict[int, Span] = {}
        for block in _blocks_in(blocks):
            kinds = places.get(block.location, [])
            if kinds:
                remark = Span(text="".join(self._said(kind, block.location) for kind in kinds))
                content = getattr(block, "content", None)
                odd |= {id(content): remark} if content is not None else {}
        return rewritten(blocks, lambda line: (*line, odd[id(line)]) if id(line) in odd else line)

    def _said(self, kind: OddityKind, place: Location) -> str:
        finding, words = _OF_ODDITY[kind]
        self.report.append(finding.at(place, words))
        return self.inserts.remark(words)


def _blocks_in(blocks: Iterable[Block]) -> Iterator[Block]:
    for part in walk(blocks):
        if isinstance(part, Block):
            yield part

"""Set a whole letter: every citation in its form, every mention by its short name, every word as a printer would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.citations import StringCite
from comment_kit.model.letter import (
    CrossReference,
    Footnote,
    Inline,
    Letter,
    LineBreak,
    Mention,
    NoteCall,
    SetCitation,
    notes_in_order,
)
from comment_kit.model.resolutions import Resolution
from comment_kit.model.rewriting import rewritten
from comment_kit.model.sources import Library
from comment_kit.model.targets import printed_targets, reference_words
from comment_kit.model.text import Span, Text, plain
from comment_kit.styles.mentions import mention
from comment_kit.styles.nested import NestedCitations
from comment_kit.styles.printing import Printer
from comment_kit.styles.style import Style
from comment_kit.typography import typeset


def set_letter(letter: Letter, resolutions: Sequence[Resolution], library: Library, style: Style) -> Letter:
    """Return ``letter`` as it is printed: no citation waits for its form, and no mark is left straight.

    A note that no text calls has no resolutions and stays as it was written.

    Args:
        letter: with its headings labelled, so that cross-references in parentheticals find their words.
        resolutions: as the resolver gives them, in order of the notes.
        library: the sources.
        style: the house's.
    """
    called = notes_in_order(letter)
    numbers = {each.note.id: each.number for each in called if each.number is not None}
    printer = Printer(library=library, style=style, notes=numbers)
    compositor = _Compositor(
        printer=printer,
        resolutions={(each.at.note_id, each.at.index): each for each in resolutions},
        nested=NestedCitations(resolutions=tuple(resolutions), printer=printer),
        targets=printed_targets(letter, called),
    )
    return replace(
        letter,
        blocks=rewritten(letter.blocks, compositor.body_line),
        notes={name: compositor.note(note) for name, note in letter.notes.items()},
    )


class _Compositor(Struct, frozen=True, kw_only=True):
    """What setting one letter needs."""

    printer: Printer
    resolutions: Mapping[tuple[str, int], Resolution]
    """By the id of the note and the position in it, counted from 1."""
    nested: NestedCitations
    targets: Mapping[str, str]

    def body_line(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return a line of the text as printed."""
        return _Line(of=self, note_id="", in_note=False).set(line)

    def note(self, note: Footnote) -> Footnote:
        """Return ``note`` as printed; a note that is one bracket ends with a period."""
        lines = _Line(of=self, note_id=note.id, in_note=True, closes=note.from_bracket)
        return replace(note, blocks=rewritten(note.blocks, lines.set))

    def parentheticals(self, resolution: Resolution) -> tuple[Text, ...]:
        """Return the parentheticals of a citation as printed, without their brackets."""
        return tuple(
            self._parenthetical(parenthetical.content, resolution)
            for parenthetical in resolution.citation.parentheticals
        )

    def _parenthetical(self, content: tuple[Inline, ...], resolution: Resolution) -> Text:
        spans: list[Span] = []
        for inline in content:
            match inline:
                case Span():
                    spans += self.printer.set_words((inline,), before=plain(spans)[-1:] or "(")
                case StringCite():
                    spans += self.nested.string_cite(inline, resolution)
                case Mention():
                    spans += mention(inline.key, self.printer)
                case CrossReference():
                    spans += reference_words(inline, self.targets)
                case LineBreak():
                    spans.append(Span(text=" "))
                case _:
                    pass
        return tuple(spans)


class _Line(Struct, kw_only=True):
    """The setting of the lines of one note, or of one line of the text."""

    of: _Compositor
    note_id: str
    in_note: bool
    closes: bool = False
    """True where each line ends with a period, as a note does that is one bracket."""
    cited: int = 0
    """How many citations of the note are set."""

    def set(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return ``line`` as printed; lines of a note must come in their order."""
        done: list[Inline] = []
        before = ""
        for inline in line:
            added = self._set(inline, before, after_citation=bool(done) and isinstance(done[-1], SetCitation))
            done += added
            before = _last_character(added) or before
        done = _calls_apart(done)
        return _closed(tuple(done)) if self.closes else tuple(done)

    def _set(self, inline: Inline, before: str, *, after_citation: bool) -> list[Inline]:
        match inline:
            case Span():
                return self._span(inline, before, after_citation=after_citation)
            case StringCite():
                return self._string_cite(inline)
            case Mention():
                return list(mention(inline.key, self.of.printer))
            case CrossReference() if inline.words:
                return [replace(inline, words=self._typeset(inline.words, before))]
            case _:
                return [inline]

    def _span(self, span: Span, before: str, *, after_citation: bool) -> list[Inline]:
        # "Id." and a typed period make one period; an ellipsis behind a citation stays.
        if after_citation and before == "." and span.text.startswith(".") and not span.text.startswith(".."):
            span = replace(span, text=span.text[1:])
        return list(self._typeset((span,), before)) if span.text else []

    def _typeset(self, words: Text, before: str) -> Text:
        return typeset(words, ellipsis=self.of.printer.ellipsis, before=before, in_note=self.in_note)

    def _string_cite(self, cites: StringCite) -> list[Inline]:
        done: list[Inline] = []
        for _ in cites.citations:
            self.cited += 1
            resolution = self.of.resolutions.get((self.note_id, self.cited))
            if resolution is None:
                return [cites]
            if done:
                done.append(Span(text=_joint(resolution, _last_character(done))))
            text = self.of.printer.citation(resolution, self.of.parentheticals(resolution))
            done.append(SetCitation(resolution=resolution, text=text))
        return done


def _calls_apart(line: list[Inline]) -> list[Inline]:
    """Return ``line`` with a raised comma between two notes' marks, which would read as one number: "44" and "45"."""
    apart: list[Inline] = line[:1]
    for before, inline in pairwise(line):
        if isinstance(before, NoteCall) and isinstance(inline, NoteCall):
            apart.append(Span(text=",", superscript=True))
        apart.append(inline)
    return apart


def _joint(resolution: Resolution, before: str) -> str:
    """Return what joins a citation to the one before it (Indigo Book R4.3, R4.7)."""
    signal = resolution.citation.signal
    if signal is not None and signal.words in {"with", "and"}:
        return ", "
    if resolution.starts_sentence:
        return " " if before == "." else ". "
    return "; "


def _closed(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``line`` with a period at its end, unless one is there already."""
    return line if not line or _last_character(line) == "." else (*line, Span(text="."))


def _last_character(line: Sequence[Inline]) -> str:
    """Return the last printed character of ``line``; a call or a break counts as a space."""
    for inline in reversed(line):
        match inline:
            case Span() if inline.text:
                return inline.text[-1]
            case SetCitation() if inline.text:
                return plain(inline.text)[-1:]
            case NoteCall() | LineBreak():
                return " "
            case CrossReference():
                return "x"
            case _:
                pass
    return ""

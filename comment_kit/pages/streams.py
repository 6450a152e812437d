"""Write a running text piece by piece, remembering where sheets, breaks, note calls and italics are."""

from __future__ import annotations

from comment_kit.model.pages import Break, Stream
from comment_kit.pages.breaks import BreakList
from comment_kit.pages.characters import plain_characters

_TIGHT_BEFORE = frozenset(".,;:!?)]}’”")
_TIGHT_BEHIND = frozenset("([{‘“$§-—")


class StreamWriter:
    """A stream being written from its beginning; ``stream()`` gives it."""

    def __init__(self, *, italics_known: bool = False) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._sheets: list[int] = []
        self._waiting: Break | None = None
        self._spaced = False
        self._tight = False
        self._breaks = BreakList()
        self._calls: dict[int, str] = {}
        self._openings: dict[int, str] = {}
        self._opening: str | None = None
        self._new_sheets = 0
        self._italics: list[tuple[int, int]] | None = [] if italics_known else None

    def sheet(self) -> None:
        """Begin the next sheet; what is written from now on stands there."""
        self._new_sheets += 1

    def words(self, text: str, *, italic: bool = False) -> None:
        """Write ``text``, after the break that waits. Space at its ends counts."""
        text = plain_characters(text)
        bare = text.strip(" ")
        if not bare:
            self._spaced |= bool(text)
            return
        self._spaced |= text[0] == " "
        self._join(bare[0])
        if italic and self._italics is not None:
            self._italics.append((self._length, self._length + len(bare)))
        self._put(bare)
        self._spaced = text[-1] == " "

    def line_end(self, *, hyphen: bool = False) -> None:
        """End a line, column or paragraph; ``hyphen`` where the last word was broken, or ends with a hyphen."""
        if hyphen and self._last:
            if self._last != "-":
                self._put("-")
            self._breaks.add(self._length - 1, Break.HYPHEN)
            self._waiting = Break.HYPHEN
        elif self._waiting is not Break.HYPHEN:
            # After a dash or a stroke a line may end without a space ("risks—/including", "ai.gov/wp").
            self._waiting = Break.EDGE if self._last in {"—", "–", "/"} and not self._spaced else Break.SPACE

    def turn(self) -> None:
        """End a stretch of body or notes, whose last word goes on elsewhere where it was broken."""
        self._waiting = Break.SPACE

    def edge(self, *, tight: bool = False) -> None:
        """Pass the edge of a tag, where a space is uncertain; ``tight`` where none is likely, as before exponents."""
        if self._waiting is None:
            self._waiting = Break.EDGE
        self._tight |= tight

    def call(self, number: str) -> None:
        """Call the note ``number`` behind what is written, and behind other calls there."""
        before = self._calls.get(self._length)
        self._calls[self._length] = number if before is None else f"{before}, {number}"

    def opening(self, number: str) -> None:
        """Begin the text of the note ``number`` with the next words."""
        self._opening = number

    def stream(self) -> Stream:
        """Return what was written."""
        self._begin_sheets(self._length)
        return Stream(
            text="".join(self._parts),
            sheets=tuple(self._sheets),
            breaks=self._breaks.packed(),
            calls=self._calls,
            openings=self._openings,
            italics=None if self._italics is None else tuple(self._italics),
        )

    def _join(self, following: str) -> None:
        """Write the space, if any, between what is written and what begins with ``following``."""
        waiting, spaced, tight = self._waiting, self._spaced, self._tight
        self._waiting, self._spaced, self._tight = None, False, False
        if self._last and (waiting is Break.SPACE or (waiting is None and spaced)):
            self._space(waiting)
        elif self._last and waiting is Break.EDGE:
            if not tight and self._likely_space(following, spaced=spaced):
                self._space(waiting)
            else:
                self._breaks.add(self._length, Break.EDGE)
        self._begin_sheets(self._length)
        if self._opening is not None:
            self._openings[self._length] = self._opening
            self._opening = None

    def _likely_space(self, following: str, *, spaced: bool) -> bool:
        """Say whether a space stands at an edge; where tags are indented there is always one, even before a stop."""
        if following in _TIGHT_BEFORE or self._last in _TIGHT_BEHIND:
            return False
        return spaced or (self._last.isalnum() and following.isalnum()) or self._last in ".,;:"

    def _space(self, kind: Break | None) -> None:
        if kind is not None:
            self._breaks.add(self._length, kind)
        self._put(" ")

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]

    def _begin_sheets(self, offset: int) -> None:
        self._sheets += [offset] * self._new_sheets
        self._new_sheets = 0


class Streams:
    """The three streams of a document being written together: body, notes, and both in the order of the pages."""

    def __init__(self, *, italics_known: bool = False) -> None:
        self.body = StreamWriter(italics_known=italics_known)
        self.notes = StreamWriter(italics_known=italics_known)
        self.all = StreamWriter(italics_known=italics_known)
        self._in_note = False

    def sheet(self) -> None:
        """Begin the next sheet in all three."""
        for writer in (self.body, self.notes, self.all):
            writer.sheet()

    def into(self, *, note: bool) -> tuple[StreamWriter, StreamWriter]:
        """Return the two writers for a piece of a note, or of the body."""
        if note != self._in_note:
            self._in_note = note
            self.all.turn()
        return (self.notes if note else self.body), self.all

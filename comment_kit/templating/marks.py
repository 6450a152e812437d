"""Remember through rendering from which line and column of which file each character came."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from comment_kit.model.places import Location

# A mark is two characters of a plane that no text uses: the high and the low half of its number.
_HIGH = 0xF0000
_LOW = 0xF8000
_HALF = 0x1000
_MARK = re.compile("([\U000f0000-\U000f7fff])([\U000f8000-\U000f8fff])")
_STRAY = re.compile("[\U000f0000-\U000f8fff]")

Token = tuple[int, str, str]
"""What Jinja's lexer yields: line, kind, characters."""


class Origin(Struct, frozen=True, kw_only=True):
    """Where a character of a rendered text was written."""

    file: str
    line: int
    """Counted from 1."""
    column: int
    """Counted in characters from 1."""
    computed: bool = False
    """True where a template computed it: the place is that of the expression, and no edit can be made there."""


class Rendered(Struct, frozen=True):
    """A rendered text without marks, and where each of its characters came from."""

    text: str
    _lines: tuple[tuple[tuple[int, Origin], ...], ...]
    """For each line the columns, from 0, at which another origin begins; never empty."""

    def origin(self, line: int, column: int = 1) -> Origin:
        """Return where the character at ``line`` and ``column``, both from 1, was written."""
        start, origin = self._piece(line, column)
        if origin.computed:
            return origin
        return Origin(file=origin.file, line=origin.line, column=origin.column + max(column - 1 - start, 0))

    def location(self, line: int, column: int = 1) -> Location:
        """Return what ``origin`` says as a place in a file."""
        start, origin = self._piece(line, column)
        further = 0 if origin.computed else max(column - 1 - start, 0)
        return Location(file=origin.file, line=origin.line, column=origin.column + further)

    def _piece(self, line: int, column: int) -> tuple[int, Origin]:
        """Return the piece of a line in which a column stands."""
        pieces = self._lines[min(max(line, 1), len(self._lines)) - 1]
        if len(pieces) == 1:
            return pieces[0]
        return pieces[max(bisect_right(pieces, column - 1, key=lambda piece: piece[0]) - 1, 0)]


class Marks(Struct):
    """The marks given out while one letter, its blocks and its template are rendered."""

    _origins: list[Origin] = field(default_factory=list)

    def mark(self, origin: Origin) -> str:
        """Return two characters that carry ``origin`` to the text after them."""
        number = len(self._origins)
        self._origins.append(origin)
        return chr(_HIGH + number // _HALF) + chr(_LOW + number % _HALF)

    def marked(self, source: str, tokens: Iterator[Token], *, file: str, first_line: int) -> Iterator[Token]:
        """Yield ``tokens`` of ``source`` with a mark before each line of text and each expression."""
        place = _Place(source, file, first_line)
        for line, kind, characters in tokens:
            place.move_to(characters)
            if kind == "data":
                yield line, kind, self._with_marks(characters, place)
            else:
                if kind == "variable_begin":
                    yield line, "data", self.mark(place.origin(computed=True))
                yield line, kind, characters
            place.move_past(characters)

    def marked_text(self, text: str, *, file: str, first_line: int) -> str:
        """Return ``text``, which holds no tag, with a mark before each of its lines."""
        return self._with_marks(text, _Place(text, file, first_line))

    def _with_marks(self, characters: str, place: "_Place") -> str:
        first, *others = characters.split("\n")
        marked = [self.mark(place.origin()), first]
        for index, line in enumerate(others, 1):
            marked += ["\n", self.mark(Origin(file=place.file, line=place.line + index, column=1)), line]
        return "".join(marked)

    def read(self, text: str, *, file: str) -> Rendered:
        """Return ``text`` without its marks, and with what they said.

        Args:
            text: what a template made.
            file: where text before the first mark is said to stand.
        """
        current = Origin(file=file, line=1, column=1)
        lines: list[str] = []
        origins: list[tuple[tuple[int, Origin], ...]] = []
        for line in text.split("\n"):
            words, pieces = self._read_line(line, current)
            lines.append(words)
            origins.append(pieces)
            current = pieces[-1][1]
        return Rendered("\n".join(lines), tuple(origins))

    def _read_line(self, line: str, before: Origin) -> tuple[str, tuple[tuple[int, Origin], ...]]:
        head, *parts = _MARK.split(line)
        words = [_STRAY.sub("", head)]
        length = len(words[0])
        pieces = [(0, before)]
        for high, low, part in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            number = (ord(high) - _HIGH) * _HALF + ord(low) - _LOW
            if number < len(self._origins):
                if pieces[-1][0] == length:
                    pieces.pop()
                pieces.append((length, self._origins[number]))
            words.append(_STRAY.sub("", part))
            length += len(words[-1])
        return "".join(words), tuple(pieces)


class _Place(Struct):
    """Where in its source the lexer is; it drops blanks around tags, and its tokens say no column."""

    source: str
    file: str
    line: int
    at: int = 0
    line_start: int = 0

    def move_to(self, characters: str) -> None:
        """Go to where ``characters`` stand next."""
        found = self.source.find(characters, self.at)
        if found >= 0:
            self._go(found)

    def move_past(self, characters: str) -> None:
        self._go(self.at + len(characters))

    def _go(self, to: int) -> None:
        passed = self.source.count("\n", self.at, to)
        if passed:
            self.line += passed
            self.line_start = self.source.rfind("\n", self.at, to) + 1
        self.at = to

    def origin(self, *, computed: bool = False) -> Origin:
        return Origin(file=self.file, line=self.line, column=self.at - self.line_start + 1, computed=computed)

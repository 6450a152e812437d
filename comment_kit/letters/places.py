"""Find the line and column in the writer's own file of a character inside a parsed line of text."""

from bisect import bisect_right

from comment_kit.model.places import Location
from comment_kit.templating import Rendered


class Lines:
    """The lines of a rendered letter."""

    def __init__(self, rendered: Rendered) -> None:
        self._rendered = rendered
        self.lines = rendered.text.split("\n")

    def location(self, line: int, column: int = 1) -> Location:
        """Return where the character at ``line`` and ``column`` of the rendered text, both from 1, was written."""
        return self._rendered.location(line, column)


class Place:
    """Where the text of one paragraph, heading or cell stands: its lines lost their indents and marks of quotation."""

    def __init__(self, lines: Lines, content: str, first_line: int, after: int = 0) -> None:
        """Say that ``content`` begins on ``first_line`` (from 1) of ``lines``, behind ``after`` characters of it."""
        self._lines = lines
        self._content = content
        self._first_line = first_line
        self._after = after
        self._indents: dict[int, int] = {}
        self._starts = [0]
        while (found := content.find("\n", self._starts[-1])) >= 0:
            self._starts.append(found + 1)

    @property
    def line(self) -> int:
        """The line of the rendered text on which the content begins, from 1."""
        return self._first_line

    def at(self, offset: int) -> Location:
        """Return where the character at ``offset`` (from 0) of the content was written."""
        index = bisect_right(self._starts, offset) - 1
        line = self._first_line + index
        if index not in self._indents:
            self._indents[index] = self._indent(index, line)
        column = self._indents[index] + offset - self._starts[index]
        return self._lines.location(line, column + 1)

    def _indent(self, index: int, line: int) -> int:
        """Return how many characters stand on ``line`` before the content's."""
        if line > len(self._lines.lines):
            return 0
        source = self._lines.lines[line - 1]
        end = self._starts[index + 1] - 1 if index + 1 < len(self._starts) else len(self._content)
        words = self._content[self._starts[index] : end].rstrip()
        if not self._after and source.rstrip().endswith(words):
            return len(source.rstrip()) - len(words)
        return max(source.find(words, self._after), 0)

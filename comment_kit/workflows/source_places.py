"""Tell the places of words in the sources of letters and blocks, each file read when it is first asked for."""

from __future__ import annotations

from pathlib import Path

from comment_kit.errors import CommentKitError
from comment_kit.letters import SourceWords, cleaned, read_text
from comment_kit.model.places import Location


class SourcePlaces:
    """The sources of one letter: its own file, and those of the blocks that it sets."""

    def __init__(self, file: str = "", text: str = "") -> None:
        """Take the ``text`` of ``file`` where it is at hand already."""
        self._file, self._text = file, text
        self._words: dict[str, SourceWords] = {}

    def place(self, words: str, paragraph: Location, *, before: str = "") -> Location:
        """Return where ``words`` begin, as ``SourceWords.place`` does; ``paragraph`` in a file without lines."""
        if not paragraph.line:
            return paragraph
        if paragraph.file not in self._words:
            text = self._text if paragraph.file == self._file else _read(paragraph.file)
            self._words[paragraph.file] = SourceWords(cleaned(text, paragraph.file)[0])
        return self._words[paragraph.file].place(words, paragraph, before=before)


def _read(file: str) -> str:
    """Return what the file holds; nothing where the text was never a file, or is none any more."""
    try:
        return read_text(Path(file))
    except CommentKitError:
        return ""

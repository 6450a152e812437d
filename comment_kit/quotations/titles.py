"""Know the titles of a letter's sources, which a letter may set in marks without quoting anything."""

from collections.abc import Iterable

from comment_kit.quotations.characters import BONES


class Titles:
    """What the sources of a letter are called."""

    def __init__(self, titles: Iterable[str]) -> None:
        """Take the ``titles`` and short titles of the sources."""
        self._titles = tuple(filter(None, map(_bones, titles)))

    def name(self, words: str, printed: str = "") -> bool:
        """Return whether ``words`` are a title, or a part of one, of a source, or as a note has ``printed`` it."""
        sought = _bones(words)
        return bool(sought) and (sought in _bones(printed) or any(sought in each for each in self._titles))


def _bones(words: str) -> str:
    """Return ``words`` without what printers set in various ways: case, blanks, dashes, marks, a stop at the end."""
    return words.translate(BONES).casefold().strip(".,;:")

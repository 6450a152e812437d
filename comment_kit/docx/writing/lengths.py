"""Count the characters of a line as printed, to share room before anything is set."""

from collections.abc import Iterable

from comment_kit.model.letter import CrossReference, Image, Inline, SetCitation
from comment_kit.model.text import Span, plain

_PICTURE = 24
"""What a picture counts for beside words."""


def characters(content: Iterable[Inline]) -> int:
    """Return about how many characters ``content`` prints; the mark of a note is one."""
    return sum(_characters(part) for part in content)


def _characters(part: Inline) -> int:
    match part:
        case Span():
            return len(part.text)
        case SetCitation():
            return len(plain(part.text))
        case CrossReference():
            return len(plain(part.words)) or len("Part II")
        case Image():
            return _PICTURE
        case _:
            return 1

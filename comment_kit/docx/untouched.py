"""Tell whether a file is ours and as we wrote it, so that nobody's work is ever replaced."""

import hashlib
from enum import Enum
from pathlib import Path

from comment_kit.docx.package import open_package
from comment_kit.docx.stamp import find_stamp
from comment_kit.errors import CommentKitError


class Touch(Enum):
    """What became of a file since we wrote it; true only where it may be replaced without asking."""

    UNTOUCHED = "untouched"
    """We wrote it, and nothing was changed since."""
    EDITED = "edited"
    """We wrote it, and somebody has changed it."""
    NOT_OURS = "not ours"
    """It holds no part of ours, or cannot be read: somebody else's work."""

    def __bool__(self) -> bool:
        return self is Touch.UNTOUCHED


def is_untouched(path: Path) -> Touch:
    """Return what became of the file at ``path`` since we wrote it.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        package = open_package(path.read_bytes(), path.name)
        found = find_stamp(package)
    except CommentKitError:
        return Touch.NOT_OURS
    if found is None:
        return Touch.NOT_OURS
    own, stamp = found
    now = {name: hashlib.sha256(content).hexdigest() for name, content in package.members.items() if name != own}
    return Touch.UNTOUCHED if dict(stamp.members) == now else Touch.EDITED

"""Tell whether a file is ours and as we wrote it, so that nobody's work is ever replaced."""

import hashlib
from enum import Enum
from pathlib import Path

from comment_kit.docx.package import open_package
from comment_kit.docx.stamp import find_stamp
from comment_kit.errors import CommentKitError


class Untouched(Enum):
    """What became of a file since we wrote it; true only where it may be replaced without asking."""

    UNTOUCHED = "untouched"
    """We wrote it, and nothing was changed since."""
    EDITED = "edited"
    """We wrote it, and somebody has changed it."""
    NOT_OURS = "not ours"
    """It holds no part of ours, or cannot be read: somebody else's work."""

    def __bool__(self) -> bool:
        return self is Untouched.UNTOUCHED


def is_untouched(file: Path | bytes) -> Untouched:
    """Return what became of a file since we wrote it.

    Raises:
        OSError: a path was given, and the file there cannot be read.
    """
    content = file.read_bytes() if isinstance(file, Path) else file
    try:
        package = open_package(content)
        found = find_stamp(package)
        if found is None:
            return Untouched.NOT_OURS
        own, stamp = found
        now = {name: hashlib.sha256(member).hexdigest() for name, member in package.members.items() if name != own}
    except CommentKitError:
        return Untouched.NOT_OURS
    return Untouched.UNTOUCHED if dict(stamp.members) == now else Untouched.EDITED

"""Say where a picture that a letter names is not, and what to do about it."""

import posixpath
import re
from pathlib import Path

from comment_kit.letters import findings
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location

_ON_THE_WEB = re.compile(r"https?://[^/?#]*/*(?P<way>[^?#]*)", re.IGNORECASE)


def picture_path(beside: str, written: str) -> str:
    """Return the path of a picture from the letter's folder; an address on the web stays as it is.

    Args:
        beside: the way from the letter's folder to that of the text that names the picture; empty for the letter.
        written: the path as typed, with the characters that it stands for.
    """
    return written if _ON_THE_WEB.match(written) else posixpath.join(beside, written)


def missing_picture(path: str, alt: str, folder: Path, location: Location) -> Diagnostic | None:
    """Return what is wrong with a picture at ``path``, which is read from ``folder``; None where there is a file."""
    if found := _ON_THE_WEB.match(path):
        name = posixpath.basename(found["way"].rstrip("/")) or "picture.png"
        message = f"the picture '{path}' is on the web, and nothing is fetched for a letter"
        typed = f"<{name}>" if " " in name else name
        hint = f"download it into the letter's folder and write ![{alt or 'what it shows'}]({typed})"
        return findings.MISSING_IMAGE.at(location, message, hint=hint)
    if _is_file(folder / path):
        return None
    return findings.MISSING_IMAGE.at(location, f"there is no picture '{path}'", hint=f"it is looked for in {folder}")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False

"""Seal a built file with the hash of what stands above, so that the file itself tells whether a person changed it."""

from __future__ import annotations

import hashlib

SEALED = ("html", "md", "pdf")
"""The formats with a comment that no reader sees; a Word file bears its hash in a part of its own."""

_COMMENTS = {"html": (b"", b"<!-- ", b" -->\n"), "md": (b"\n", b"<!-- ", b" -->\n"), "pdf": (b"", b"% ", b"\n")}
"""What keeps the comment apart from the text before it, and what opens and closes it."""


def sealed(content: bytes, form: str) -> bytes:
    """Return ``content`` of a format of ``SEALED`` with its seal below."""
    return content + _seal(content, form)


def is_sealed(present: bytes, form: str) -> bool:
    """Return whether ``present`` is as it was sealed, byte for byte."""
    length = len(_seal(b"", form))
    return present[-length:] == _seal(present[:-length], form)


def _seal(content: bytes, form: str) -> bytes:
    gap, opening, closing = _COMMENTS[form]
    digest = hashlib.sha256(content).hexdigest().encode()
    return gap + opening + b"built by comment-kit, unchanged as long as this is the SHA-256 above: " + digest + closing

"""Take out of pictures what cameras and programs wrote into them beside the picture: places, times, names."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_TOLD_IN_PNG = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_JPEG = b"\xff\xd8"
_COMMENT, _SCAN, _FIRST_APP, _LAST_APP = 0xFE, 0xDA, 0xE0, 0xEF
_SEEN_IN_JPEG = frozenset({0xE0, 0xE2, 0xEE})
"""The segments that decide how the picture looks: its density, its colours."""


def without_metadata(content: bytes) -> bytes:
    """Return a PNG or JPEG without its metadata, each of its pixels as it was; other and broken files as they are."""
    try:
        if content.startswith(_PNG):
            return _PNG + b"".join(_chunks(content))
        if content.startswith(_JPEG):
            return _JPEG + b"".join(_segments(content))
    except (struct.error, IndexError):
        return content
    return content


def _chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        stop = at + 12 + length
        if kind not in _TOLD_IN_PNG:
            yield content[at:stop]
        if kind == b"IEND":
            return
        at = stop


def _segments(content: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while content[at] == 0xFF:  # noqa: PLR2004 - what begins a segment
        kind = content[at + 1]
        if kind == _SCAN:
            break
        stop = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
        told = kind == _COMMENT or (_FIRST_APP <= kind <= _LAST_APP and kind not in _SEEN_IN_JPEG)
        if not told:
            yield content[at:stop]
        at = stop
    yield content[at:]

"""Look into a picture as far as a program without a decoder can: is it whole, and how large is it?"""

import struct
import zlib
from collections.abc import Callable, Iterator

_MOST_UNPACKED = 400_000_000
"""Bytes of one picture; a page scanned in colour at 600 dots an inch has a quarter of it."""

_PNG = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of one pixel by PNG's colour type (PNG specification, 11.2.1)."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where the passes of an interlaced PNG begin and how far they step: left, top, across, down (section 8.1)."""


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height in English metric units, or None where Word could not show the picture."""
    # Most letters show none, and would wait for all of python-docx.
    from docx.image.image import Image as Picture  # noqa: PLC0415

    try:
        picture = Picture.from_blob(content)
        size = int(picture.width), int(picture.height)
    except Exception:  # noqa: BLE001 (python-docx raises the bare class for a JPEG that ends too soon)
        return None
    return size if all(size) else None


def is_whole(content: bytes) -> bool:
    """Return whether no part of the picture is missing or damaged, as far as its format lets one see.

    A PNG is unpacked and its checksums are taken; of a JPEG, a GIF and a BMP only the end is looked for. A format
    that is not known here is taken as whole.
    """
    looks: tuple[tuple[bytes, Callable[[bytes], bool]], ...] = (
        (_PNG, _is_whole_png),
        (b"\xff\xd8", lambda picture: b"\xff\xd9" in picture[picture.rfind(b"\xff\xda") + 2 :]),
        (b"GIF8", lambda picture: picture.rstrip(b"\0\r\n ").endswith(b"\x3b")),
        (b"BM", lambda picture: len(picture) >= int.from_bytes(picture[2:6], "little")),
    )
    return next((look(content) for magic, look in looks if content.startswith(magic)), True)


def _is_whole_png(content: bytes) -> bool:
    pixels = zlib.decompressobj()
    wanted = got = 0
    try:
        for kind, data in _chunks(content):
            if kind == b"IHDR":
                wanted = _png_length(data)
            elif kind == b"IDAT":
                # One byte more than wanted is enough; a length of 0 would mean without bound.
                got += len(pixels.decompress(data, wanted - got + 1)) if got <= wanted else 0
            elif kind == b"IEND":
                return 0 < wanted <= got
    except (struct.error, zlib.error, KeyError, ValueError):
        return False
    return False


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the data of each chunk of a PNG.

    Raises:
        ValueError: the checksum of a chunk that no reader can do without is another.
        struct.error: the file ends before a chunk's head does.
    """
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", content, at + 8 + length)
        if kind[:1].isupper() and zlib.crc32(kind + data) != checksum:
            raise ValueError(kind)
        yield kind, data
        at += 12 + length


def _png_length(head: bytes) -> int:
    """Return how many bytes the pixels have unpacked: each row of each pass, with its filter's byte before it.

    Raises:
        ValueError: more than any picture of a letter.
        KeyError: an unknown colour type.
    """
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    bits = depth * _CHANNELS[colour]
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    length = 0
    for left, top, across, down in passes:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0:
            length += max(rows, 0) * (1 + (columns * bits + 7) // 8)
    if length > _MOST_UNPACKED:
        raise ValueError(length)
    return length

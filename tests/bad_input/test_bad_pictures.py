"""A picture that is missing or broken is told at its place, and nothing is written."""

from __future__ import annotations

import struct
import zlib

import pytest
from front_door import Desk, letter_of


def png(width: int, height: int) -> bytes:
    """Return a picture of so many pixels, all black."""
    pixels = (b"\0" + b"\0\0\0" * width) * height
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(pixels)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


BROKEN = {
    "words.png": b"My notes.",
    "empty.png": b"",
    "signature.png": b"\x89PNG\r\n\x1a\n",
    "cut.png": png(4, 4)[:20],
    "nothing.png": png(0, 0),
    "cut.jpg": b"\xff\xd8\xff\xe0",
    "cut.gif": b"GIF89a",
    "nothing.gif": b"GIF89a" + bytes(7),
    "cut.bmp": b"BM",
    "cut.tif": b"II*\0",
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "large.png": png(4, 4) + bytes(31_000_000),
}


@pytest.mark.parametrize("path", ["chart.png", "no/chart.png", "x" * 300 + ".png"])
def test_a_picture_that_is_missing(desk: Desk, path: str) -> None:
    desk.write("letter.md", letter_of(f"Words.\n\nSee ![A chart]({path})"))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0] == f"letter.md:13:5: LET205 there is no picture '{path}'"
    assert built.lines[1] == "  hint: it is looked for in ."
    assert desk.holds() == before


ON_THE_WEB = {
    "https://example.org/a/chart.png": "chart.png",
    "http://example.org/a%20chart.JPG?size=2#top": "<a chart.JPG>",
    "http://example.org/charts/": "charts",
    "https://example.org": "picture.png",
}
"""Addresses of pictures, and the names of the files that they are to be saved as."""


@pytest.mark.parametrize("address", ON_THE_WEB)
def test_a_picture_on_the_web_is_to_be_saved_beside_the_letter(desk: Desk, address: str) -> None:
    desk.write("letter.md", letter_of(f"Words.\n\nSee ![A chart]({address})"))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0].startswith("letter.md:13:5: LET205 the picture 'http")
    assert built.lines[0].endswith("' is on the web, and nothing is fetched for a letter")
    assert built.lines[1] == f"  hint: download it into the letter's folder and write ![A chart]({ON_THE_WEB[address]})"
    assert desk.holds() == before


def test_a_picture_on_the_web_is_told_in_a_block_as_in_the_letter(desk: Desk) -> None:
    desk.write("blocks/models/chart.md", "---\ntitle: A chart\n---\n![A chart](https://example.org/chart.png)\n")
    desk.write("letter.md", letter_of('{{ block("models/chart") }}'))
    desk.write("comment-kit.toml", "")
    assert desk.build().lines[0] == (
        "blocks/models/chart.md:4:1: LET205 the picture 'https://example.org/chart.png' is on the web, "
        "and nothing is fetched for a letter"
    )


@pytest.mark.parametrize("name", BROKEN)
def test_a_picture_that_cannot_be_shown(desk: Desk, name: str) -> None:
    desk.write(name, BROKEN[name])
    desk.write("letter.md", letter_of(f"Words.\n\n![A chart]({name})"))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0] == f"letter.md:13:1: DOC103 the picture '{name}' cannot be read"
    assert built.lines[1] == "  hint: save it anew as PNG or JPEG"
    assert desk.holds() == before


def _spoilt(picture: bytes) -> bytes:
    """Return ``picture`` with one bit of its pixels turned."""
    at = picture.index(b"IDAT") + 8
    return picture[:at] + bytes([picture[at] ^ 1]) + picture[at + 1 :]


def _of_pixels(pixels: bytes, *, interlaced: int = 0) -> bytes:
    """Return a picture of four by four pixels whose rows are ``pixels``, each with a byte before it."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, interlaced))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(pixels)) + _chunk(b"IEND", b"")


JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\1\0H\0H\0\0\xff\xc0\0\x0b\x08\0\4\0\4\1\1\x11\0\xff\xda\0\x08\1\1\0\0?\0\x7f"
"""A grey picture of four by four, up to its pixels."""

GIF = b"GIF89a\4\0\4\0\0\0\0,\0\0\0\0\4\0\4\0\0\2\4\x84\x8f\x09\5\0"
BMP = b"BM" + struct.pack("<IHHIIiiHHIIiiII", 102, 0, 0, 54, 40, 4, 4, 1, 24, 0, 48, 2835, 2835, 0, 0)

DAMAGED = {
    "spoilt.png": _spoilt(png(4, 4)),
    "rows.png": _of_pixels(bytes(2 * 13)),
    "passes.png": _of_pixels(bytes(54), interlaced=1),
    "half.jpg": JPEG,
    "half.gif": GIF,
    "half.bmp": BMP,
}
"""Each with a head that is right."""

WHOLE = {
    "black.png": png(4, 4),
    "passes.png": _of_pixels(bytes(55), interlaced=1),
    "longer.png": _of_pixels(bytes(200)),
    "note.png": png(4, 4)[:33] + struct.pack(">I", 4) + b"tEXtA\0ok" + bytes(4) + png(4, 4)[33:],
    "grey.jpg": JPEG + b"\xff\xd9",
    "black.gif": GIF + b";",
    "black.bmp": BMP + bytes(48),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_picture_with_a_good_head_and_damaged_pixels(desk: Desk, name: str) -> None:
    desk.write(name, DAMAGED[name])
    desk.write("letter.md", letter_of(f"Words.\n\n![A chart]({name})"))
    built = desk.build()
    assert built.code == 1
    assert built.lines[0] == f"letter.md:13:1: DOC103 the picture '{name}' is damaged or cut off"


@pytest.mark.parametrize("name", WHOLE)
def test_a_picture_that_is_whole_is_shown(desk: Desk, name: str) -> None:
    desk.write(name, WHOLE[name])
    desk.write("letter.md", letter_of(f"![A chart]({name})"))
    built = desk.build()
    assert (built.code, "DOC103" in built.err) == (0, False)


def test_a_picture_that_unpacks_to_more_than_any_page_is_no_picture(desk: Desk) -> None:
    picture = _of_pixels(bytes(52)).replace(struct.pack(">II", 4, 4), struct.pack(">II", 60_000, 60_000), 1)
    head = picture[12:29]
    desk.write("bomb.png", picture[:29] + struct.pack(">I", zlib.crc32(head)) + picture[33:])
    desk.write("letter.md", letter_of("![A chart](bomb.png)"))
    assert desk.build().lines[0] == "letter.md:11:1: DOC103 the picture 'bomb.png' is damaged or cut off"


def test_a_picture_in_a_note_is_looked_at_too(desk: Desk) -> None:
    desk.write("chart.png", b"My notes.")
    desk.write("letter.md", letter_of("Words.^[See ![A chart](chart.png).]"))
    built = desk.build()
    assert built.code == 1
    assert built.lines[0] == "letter.md:11:13: DOC103 the picture 'chart.png' cannot be read"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random"])
def test_a_device_is_no_picture(desk: Desk, device: str) -> None:
    desk.write("letter.md", letter_of(f"![A chart]({device})"))
    built = desk.build_apart()
    assert built.code == 1
    assert built.lines[0] == f"letter.md:11:1: LET205 there is no picture '{device}'"


def test_a_picture_without_words_is_told_and_shown(desk: Desk) -> None:
    desk.write("chart.png", png(4, 4))
    desk.write("letter.md", letter_of("![](chart.png)"))
    built = desk.build()
    assert built.code == 0
    assert built.lines[0].startswith("letter.md:11:1: LET204 warning: the picture 'chart.png' has no words")
    assert built.out == "wrote letter.docx\n"

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


@pytest.mark.parametrize("path", ["chart.png", "no/chart.png", "https://example.org/chart.png", "x" * 300 + ".png"])
def test_a_picture_that_is_missing(desk: Desk, path: str) -> None:
    desk.write("letter.md", letter_of(f"Words.\n\nSee ![A chart]({path})"))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0] == f"letter.md:13:5: LET205 there is no picture '{path}'"
    assert built.lines[1] == "  hint: it is looked for in ."
    assert desk.holds() == before


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

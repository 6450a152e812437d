"""Broken and hostile PDFs end in one plain sentence, soon and in little memory; what was read is kept."""

import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from pdf_files import PdfPage, assembled, pdf, stream

from comment_kit.errors import CommentKitError
from comment_kit.pages import read_pdf

GOOD = pdf(PdfPage().line(72, 600, "One page."), PdfPage().line(72, 600, "Another."))


def bomb(pages_before: int = 0) -> bytes:
    """Return a PDF whose last page draws four million boxes from a stream that is small when packed."""
    commands = zlib.compress(b"0 0 1 1 re f\n" * 4_000_000, 9)
    kids = " ".join(f"{5 + 2 * place} 0 R" for place in range(pages_before + 1))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {pages_before + 1} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        4: b"<< /Font << /F1 3 0 R >> >>",
    }
    for place in range(pages_before + 1):
        number = 5 + 2 * place
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources 4 0 R /Contents {number + 1} 0 R >>"
        ).encode()
        objects[number + 1] = stream(f"BT /F1 10 Tf 72 600 Td (Page {place + 1}.) Tj ET".encode())
    objects[number + 1] = stream(commands, "/Filter /FlateDecode")
    return assembled(objects)


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (b"", "it is broken, or no PDF at all"),
        (GOOD[: len(GOOD) // 2], "it is broken, or no PDF at all"),
        (b"<html><body>Not found</body></html>", "it is broken, or no PDF at all"),
        (bytes(range(256)) * 40, "it is broken, or no PDF at all"),
        (GOOD.replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [2 0 R 2 0 R]"), "it is broken, or no PDF at all"),
    ],
    ids=["empty", "truncated", "html", "noise", "looped"],
)
def test_a_broken_pdf_ends_in_one_plain_sentence(file: bytes, problem: str) -> None:
    with pytest.raises(CommentKitError, match=problem):
        read_pdf(file)


def test_a_locked_pdf_is_told_from_a_broken_one() -> None:
    locked = GOOD.replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << "
        b"/Filter /Standard /V 1 /R 2 /P -4 /O <" + b"5a" * 32 + b"> /U <" + b"a5" * 32 + b"> >>",
    )
    with pytest.raises(CommentKitError, match="the PDF asks for a password"):
        read_pdf(locked)


def test_a_damaged_beginning_or_end_is_repaired() -> None:
    for file in (b"twenty bytes of noise" + GOOD, GOOD[: GOOD.index(b"startxref")]):
        assert read_pdf(file).body.text == "One page. Another."


def test_a_bomb_ends_soon_and_in_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "bomb.pdf"
    file.write_bytes(bomb())
    began = time.monotonic()
    with pytest.raises(CommentKitError, match="the first page of the PDF could not be read within"):
        read_pdf(file)
    assert time.monotonic() - began < 10
    # In a process of its own, whose children are this reading's and no other test's.
    run = subprocess.run([sys.executable, "-c", _MEASURED, str(file)], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 500_000


_MEASURED = """
import resource, sys
from pathlib import Path
from comment_kit.errors import CommentKitError
from comment_kit.pages import read_pdf
try:
    read_pdf(Path(sys.argv[1]))
except CommentKitError:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_what_was_read_before_a_bomb_is_kept_and_counted() -> None:
    text = read_pdf(bomb(pages_before=3), time_limit=4)
    assert text.body.text == "Page 1. Page 2. Page 3."
    assert (len(text.sheets), text.total, text.complete) == (3, 4, False)


def test_a_long_file_is_read_until_the_limit() -> None:
    file = pdf(*[PdfPage().lines(72, 650, [f"Row {row} of a long law." for row in range(40)])] * 4000)
    began = time.monotonic()
    text = read_pdf(file, time_limit=1.5)
    assert time.monotonic() - began < 6
    assert 0 < len(text.sheets) < text.total == 4000
    assert text.body.text.startswith("Row 0 of a long law. Row 1")


def test_the_file_is_only_read(tmp_path: Path) -> None:
    file = tmp_path / "source.pdf"
    file.write_bytes(GOOD)
    before = file.stat()
    read_pdf(file)
    after = file.stat()
    assert (after.st_mtime_ns, after.st_size, file.read_bytes()) == (before.st_mtime_ns, before.st_size, GOOD)


def test_ten_thousand_letters_that_are_lines_of_their_own_take_no_square_of_time() -> None:
    page = PdfPage()
    for place in range(10_000):
        page.line(20 + place % 100 * 5.7, 20 + place // 100 * 7.6, "x", size=5, turn="0 1 -1 0")
    file = pdf(page)
    began = time.monotonic()
    assert len(read_pdf(file, time_limit=60).body.text) == 19_999
    assert time.monotonic() - began < 30

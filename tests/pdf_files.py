"""Build small PDFs by hand, in a typewriter's letters, so that every place on a page can be written out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

WIDTH = 0.6
"""Of a letter of Courier, of its size."""
COURIER = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
OFFICE = (
    b"<< /Type /Font /Subtype /TrueType /BaseFont /Office /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 "
    b"/Widths [" + b"600 " * 95 + b"] /FontDescriptor << /Type /FontDescriptor /FontName /Office /Flags 34 "
    b"/FontBBox [0 -200 600 800] /ItalicAngle 0 /Ascent 0 /Descent 0 /CapHeight 0 /StemV 80 >> >>"
)
"""As LibreOffice describes its fonts: without how far they rise and sink, so each letter has a height of its own."""
FULL_PICTURE = "q 612 0 0 792 0 0 cm /Im1 Do Q"


@dataclass
class PdfPage:
    """A page being drawn: each method draws one thing and returns the page."""

    rotate: int = 0
    drawn: list[str] = field(default_factory=list)

    def line(self, x: float, y: float, words: str, *, size: float = 10, turn: str = "1 0 0 1") -> PdfPage:
        """Draw ``words`` from ``x`` on the baseline ``y``; between carets small and raised: ``models.^9^ These``."""
        for number, part in enumerate(re.split(r"\^", words)):
            raised = number % 2
            if part:
                set_size = size * 0.65 if raised else size
                self._show(x, y + (size * 0.35 if raised else 0), part, set_size, turn)
                x += len(part) * WIDTH * set_size
        return self

    def lines(self, x: float, y: float, rows: Iterable[str], *, size: float = 10, lead: float = 12) -> PdfPage:
        """Draw one row below the other."""
        for place, row in enumerate(rows):
            self.line(x, y - place * lead, row, size=size)
        return self

    def box(self, x: float, y: float, width: float, height: float, grey: float = 0) -> PdfPage:
        """Draw a filled box."""
        self.drawn.append(f"{grey} g {x} {y} {width} {height} re f 0 g")
        return self

    def raw(self, commands: str) -> PdfPage:
        """Draw with commands of the file format."""
        self.drawn.append(commands)
        return self

    def _show(self, x: float, y: float, words: str, size: float, turn: str) -> None:
        written = re.sub(r"([\\()])", r"\\\1", words)
        self.drawn.append(f"BT /F1 {size:g} Tf {turn} {x:g} {y:g} Tm ({written}) Tj ET")


def pdf(*pages: PdfPage, labels: str = "", catalog: str = "", font: bytes = COURIER) -> bytes:
    """Return a PDF of ``pages``, each 612 by 792 points; ``labels`` are the entries of /PageLabels."""
    numbers = [6 + 2 * place for place in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    page_labels = f"/PageLabels << /Nums [{labels}] >>" if labels else ""
    objects: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {page_labels} {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: font,
        4: stream(
            b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
        5: b"<< /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >>",
    }
    for number, page in zip(numbers, pages, strict=True):
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {page.rotate} "
            f"/Resources 5 0 R /Contents {number + 1} 0 R >>"
        ).encode()
        objects[number + 1] = stream("\n".join(page.drawn).encode("cp1252"))
    return assembled(objects)


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a stream object."""
    return f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def assembled(objects: dict[int, bytes]) -> bytes:
    """Return a PDF of numbered objects, of which the first is the catalog."""
    file = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(file)
        file += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(file)
    size = max(objects) + 1
    file += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        file += f"{places.get(number, 0):010d} 00000 n \n".encode()
    return bytes(file) + f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()

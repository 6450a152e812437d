"""Read the lines of a PDF with their places: the program of a process of its own, which a hostile file may kill.

It knows nothing of the kit and imports as little as it can, because it is started anew for each file. It takes the
file from standard input and writes lines of JSON: how many sheets there are, then each sheet as soon as it is read,
so that nothing is lost where PDFium ends without warning. ``reader`` starts it; ``lines`` says what it writes.
"""

from __future__ import annotations

import ctypes
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from math import atan2, hypot, pi
from typing import Any, TypeAlias

import pypdfium2_raw.bindings as pdfium

LETTERS_OF_A_SHEET = 200_000
"""A page of the Federal Register has seven thousand; what lies beyond is an attack, and is cut off."""
OBJECTS_OF_A_SHEET = 20_000
LIFT = 0.12
"""Of a line's height: so far a letter must be raised to be the call of a note; measured on real ones."""
INITIAL = 1.35
"""Times the height of its line: a letter taller than that is an ornament."""
SIZES = (3.0, 200.0)
"""Points: letters are set in no other."""
SHEETS_AT_ONCE = 200
"""Then the file is opened anew: PDFium keeps every font it met, and a bundle of filings has thousands."""
ASIDE = 80
"""So much is kept of a line that runs another way: enough for the stamp of a preprint."""

_PIECE = re.compile("[^\r\n\ufffe\x02\xad]+[\ufffe\x02\xad]?")
_BROKEN_WORD = ("\ufffe", "\x02", "\xad")
# Digits, signs, roman numbers and single letters; small roman numbers also where they are glued to a word.
_MARK = re.compile(r"\d+|[*†‡]+|(?:(?<![^\W_])(?:[ivxlc]{1,6}|[a-z])|(?<=[a-z])[ivx]{1,4})(?![^\W_])")
_NUMBERS = re.compile(r"(?:\d+\s+)+(?=\S)")
# In some fonts a letter's box has the height of the letter: those without tails and long stems have one height.
_PLAIN = re.compile("[aceimnorstuvwxzA-IK-PR-Z]")
_LETTER = re.compile(r"[^\W\d_]")
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE
_INVISIBLE = 3  # the text render mode of letters behind a scan

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points; y grows upward."""
Point = tuple[float, float]
Handle: TypeAlias = Any
"""A pointer of PDFium, whose bindings have no types."""
Json: TypeAlias = Any


class Sheet:
    """A sheet of the file while it is open, with the buffers that its questions are answered into."""

    def __init__(self, document: Handle, index: int) -> None:
        self.page = pdfium.FPDF_LoadPage(document, index)
        if not self.page:
            raise ValueError(f"sheet {index + 1} cannot be opened")
        self.text = pdfium.FPDFText_LoadPage(self.page)
        self.count = pdfium.FPDFText_CountChars(self.text)
        self._even = False
        self._box, self._sides = pdfium.FS_RECTF(), [ctypes.c_float() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._shades = [ctypes.c_uint() for _ in range(4)]
        self._mode, self._stroke = ctypes.c_int(), ctypes.c_int()

    def close(self) -> None:
        """Give back what the sheet took: memory must not grow with their number."""
        pdfium.FPDFText_ClosePage(self.text)
        pdfium.FPDF_ClosePage(self.page)

    def frame(self) -> Box:
        """Return what part of the plane the page shows."""
        pdfium.FPDF_GetPageBoundingBox(self.page, self._box)
        return self._box.left, self._box.bottom, self._box.right, self._box.top

    def words(self) -> str:
        """Return the text, in which each character of the file has one place."""
        count = min(self.count, LETTERS_OF_A_SHEET)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self.text, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        # A character beyond the first plane takes two places; the reader drops what fills the second.
        text = re.sub("[\U00010000-\U0010ffff]", lambda pair: f"{pair[0]}\u200b", text)
        self._even = len(text) == self.count
        return text

    def number(self, place: int) -> int:
        """Return PDFium's number of the character at ``place`` of the text."""
        return place if self._even else max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(self.text, place))

    def box(self, number: int) -> Box:
        """Return the character with the space that its font gives it, or with its own where the font gives none."""
        pdfium.FPDFText_GetLooseCharBox(self.text, number, self._box)
        return self._box.left, self._box.bottom, self._box.right, self._box.top

    def size(self, number: int) -> float:
        """Return the size in which the character is set, in points; a program may set in size 1 and scale that."""
        pdfium.FPDFText_GetMatrix(self.text, number, self._matrix)
        a, b, c, d = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
        # Square to the baseline: letters that slant are no taller.
        size = pdfium.FPDFText_GetFontSize(self.text, number)
        return float(size * abs(a * d - b * c) / (hypot(a, b) or 1.0))

    def origin(self, number: int) -> Point:
        """Return where the character stands on its baseline."""
        pdfium.FPDFText_GetCharOrigin(self.text, number, self._x, self._y)
        return self._x.value, self._y.value

    def quarter(self, number: int) -> int | None:
        """Return how many quarters the character's line is turned clockwise, or None where it runs aslant.

        PDFium's own angle is that of the letter, which slants where a program makes italics of an upright font.
        """
        pdfium.FPDFText_GetMatrix(self.text, number, self._matrix)
        quarters = atan2(-self._matrix.b, self._matrix.a) / (pi / 2)
        nearest = round(quarters)
        return nearest % 4 if abs(quarters - nearest) < 0.06 else None  # noqa: PLR2004 - about five degrees

    def hidden(self, number: int) -> bool:
        """Return whether the character is drawn with invisible ink, as letters behind a scan are."""
        drawn = pdfium.FPDFText_GetTextObject(self.text, number)
        return bool(drawn) and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE

    def light(self, number: int) -> bool:
        """Return whether the character is drawn in a light colour, as titles on black are."""
        pdfium.FPDFText_GetFillColor(self.text, number, *self._shades)
        return sum(shade.value for shade in self._shades[:3]) > 3 * 128

    def drawn(self) -> Iterator[tuple[int, Handle]]:
        """Yield the type and the handle of each thing drawn."""
        for index in range(min(pdfium.FPDFPage_CountObjects(self.page), OBJECTS_OF_A_SHEET)):
            thing = pdfium.FPDFPage_GetObject(self.page, index)
            yield pdfium.FPDFPageObj_GetType(thing), thing

    def bounds(self, thing: Handle) -> Box:
        """Return where a thing drawn stands."""
        pdfium.FPDFPageObj_GetBounds(thing, *self._sides)
        left, bottom, right, top = (side.value for side in self._sides)
        return left, bottom, right, top

    def blackens(self, path: Handle) -> bool:
        """Return whether ``path`` is filled with black."""
        if not pdfium.FPDFPath_GetDrawMode(path, self._mode, self._stroke) or not self._mode.value:
            return False
        pdfium.FPDFPageObj_GetFillColor(path, *self._shades)
        *colour, alpha = (shade.value for shade in self._shades)
        return max(colour) < 40 and alpha > 250  # noqa: PLR2004 - of 255


def read_sheet(sheet: Sheet) -> list[Json]:
    """Return what stands on ``sheet``, in the order in which ``lines.sheet_from`` takes it."""
    text = sheet.words()
    pieces = [(found.start(), found[0]) for found in _PIECE.finditer(text) if found[0].strip()]
    anchors = [sheet.number(start + _anchor(piece)) for start, piece in pieces]
    quarters = [sheet.quarter(anchor) for anchor in anchors]
    view = View(sheet.frame(), _commonest(quarters, [len(piece) for _, piece in pieces]))
    upright = [quarter == view.quarter for quarter in quarters]
    measured = [
        _measured(sheet, view, start, piece, anchor)
        for (start, piece), anchor, stands in zip(pieces, anchors, upright, strict=True)
        if stands
    ]
    shown = [line for line in measured if view.shows(line[1], line[4])]
    kept = [anchor for anchor, stands in zip(anchors, upright, strict=True) if stands]
    pictured, black = _surfaces(sheet, view)
    return [
        view.width,
        view.height,
        _lettering(sheet, kept, pictured=pictured),
        _covered(sheet, measured, kept, black),
        [piece[:ASIDE] for (_, piece), stands in zip(pieces, upright, strict=True) if not stands],
        len(measured) - len(shown),
        shown,
    ]


class View:
    """The page turned so that most of its lines run from left to right, with its lower left corner at 0, 0.

    A scan may lie on its side with ``/Rotate`` to set it up: the characters' own angle decides for both.
    """

    def __init__(self, frame: Box, quarter: int) -> None:
        self.left, self.bottom, right, top = frame
        width, height = right - self.left, top - self.bottom
        self.quarter = quarter
        self._across, self._up = width, height
        self.width, self.height = (height, width) if quarter % 2 else (width, height)

    def point(self, x: float, y: float) -> Point:
        """Return the place of a point of the file."""
        x, y = x - self.left, y - self.bottom
        match self.quarter:
            case 1:
                return self._up - y, x
            case 2:
                return self._across - x, self._up - y
            case 3:
                return y, self._across - x
        return x, y

    def box(self, box: Box) -> Box:
        """Return the place of a box of the file."""
        if self.quarter == 0:
            left, bottom, right, top = box
            return left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
        (x, y), (across, up) = self.point(*box[:2]), self.point(*box[2:])
        return min(x, across), min(y, up), max(x, across), max(y, up)

    def shows(self, x: float, y: float) -> bool:
        """Return whether a place lies on the page; bills keep unseen lines below it."""
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1


def _anchor(piece: str) -> int:
    """Return the place of a letter in the middle, which stands for the whole, or of the first sign without letters."""
    middle = len(piece) // 2
    found = _PLAIN.search(piece, middle)
    if found is None or not piece[found.start() :].strip("ivxlc"):
        # What is left may be the raised roman number of a note.
        found = _PLAIN.search(piece) or found or _LETTER.search(piece, middle) or _LETTER.search(piece)
    return found.start() if found else len(piece) - len(piece.lstrip())


def _commonest(quarters: list[int | None], weights: list[int]) -> int:
    counts = Counter[int]()
    for quarter, weight in zip(quarters, weights, strict=True):
        if quarter is not None:
            counts[quarter] += weight
    return counts.most_common(1)[0][0] if counts else 0


def _measured(sheet: Sheet, view: View, start: int, piece: str, anchor: int) -> list[Json]:
    """Return text, left, left of the words behind leading numbers, right, baseline, height and marks of a piece."""
    text = piece.strip()
    start += len(piece) - len(piece.lstrip())
    # What stands for the hyphen of a broken word has no box of its own.
    last = start + len(text.rstrip("".join(_BROKEN_WORD))) - 1
    _, baseline = view.point(*sheet.origin(anchor))
    begin = view.box(sheet.box(sheet.number(start)))
    right = view.box(sheet.box(sheet.number(last)))[2]
    numbers = _NUMBERS.match(text)
    words = numbers.end() if numbers else 0
    inner = view.box(sheet.box(sheet.number(start + words))) if numbers else begin
    height = _height(sheet, view, anchor)
    if _PLAIN.match(text, words) and (first := _height(sheet, view, sheet.number(start + words))) <= INITIAL * height:
        # The letter in the middle may be a small capital; the first of them is a whole one.
        height = max(height, first)
    marks = list(_marks(sheet, view, start, text, baseline + LIFT * height))
    return [text, *(round(value, 1) for value in (begin[0], inner[0], right, baseline, height)), marks]


def _height(sheet: Sheet, view: View, number: int) -> float:
    """Return the size of the character ``number``, or the height of its box where no letters are set so large or small.

    In LibreOffice's fonts a box is as high as its letter. A font of pictures need not draw them in the size it names.
    """
    size = sheet.size(number)
    if SIZES[0] <= size <= SIZES[1]:
        return size
    _, bottom, _, top = view.box(sheet.box(number))
    return top - bottom


def _marks(sheet: Sheet, view: View, start: int, text: str, raised: float) -> Iterator[list[Json]]:
    """Yield start, end, left, right, baseline and height of what may be the number of a note, a line or a page.

    Every run of digits may; a letter or a star only where it stands above ``raised``.
    """
    for found in _MARK.finditer(text):
        first, last = found.span()
        if not found[0].isdigit():
            if view.point(*sheet.origin(sheet.number(start + first)))[1] > raised:
                yield _mark(sheet, view, start, first, last)
        elif last - first > 1:
            yield from _levels(sheet, view, start, range(first, last))
        else:
            yield _mark(sheet, view, start, first, last)


def _levels(sheet: Sheet, view: View, start: int, places: range) -> Iterator[list[Json]]:
    """Yield a run of digits as one mark, or as several where they stand at different heights, as in 10 to the 26th."""
    begin = places.start
    whole = _mark(sheet, view, start, begin, places.stop)
    end = _mark(sheet, view, start, places.stop - 1, places.stop)
    if abs(whole[4] - end[4]) < 0.1 * max(whole[5], end[5]):
        yield whole
        return
    for place in places:
        here = _mark(sheet, view, start, place, place + 1)
        if abs(here[4] - whole[4]) >= 0.1 * whole[5]:
            yield _mark(sheet, view, start, begin, place)
            begin, whole = place, here
    yield _mark(sheet, view, start, begin, places.stop)


def _mark(sheet: Sheet, view: View, start: int, first: int, last: int) -> list[Json]:
    number = sheet.number(start + first)
    left, _, right, _ = view.box(sheet.box(number))
    if last - first > 1:
        right = view.box(sheet.box(sheet.number(start + last - 1)))[2]
    _, baseline = view.point(*sheet.origin(number))
    return [first, last, *(round(value, 1) for value in (left, right, baseline, _height(sheet, view, number)))]


def _surfaces(sheet: Sheet, view: View) -> tuple[bool, list[Box]]:
    """Return whether a picture fills half of the page, and the black boxes that are high enough to hide a line."""
    pictured, black = False, []
    for sort, thing in sheet.drawn():
        if sort == _IMAGE:
            left, bottom, right, top = view.box(sheet.bounds(thing))
            pictured |= (right - left) * (top - bottom) > view.width * view.height / 2
        elif sort == _PATH and sheet.blackens(thing):
            left, bottom, right, top = view.box(sheet.bounds(thing))
            if top - bottom > 5 and right - left > 10:  # noqa: PLR2004 - points; rules of tables are thinner
                black.append((left, bottom, right, top))
    return pictured, black[:200]


def _lettering(sheet: Sheet, anchors: list[int], *, pictured: bool) -> str:
    if not anchors:
        return "scan" if pictured else "empty"
    asked = anchors[:: max(1, len(anchors) // 5)]
    hidden = sum(sheet.hidden(anchor) for anchor in asked)
    return "hidden OCR" if 2 * hidden > len(asked) else "printed"


def _covered(sheet: Sheet, lines: list[list[Json]], anchors: list[int], black: list[Box]) -> bool:
    """Return whether dark letters stand under a black box."""
    return any(
        bottom <= line[4] + line[5] / 3 <= top and line[1] < right and left < line[3] and not sheet.light(anchor)
        for left, bottom, right, top in black
        for line, anchor in zip(lines, anchors, strict=True)
    )


def main() -> None:
    """Write how many sheets the PDF on standard input has, then sheet after sheet; or what keeps it from being read."""
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    file = sys.stdin.buffer.read()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(file, len(file), None)
    if not document:
        _say({"fault": "password" if pdfium.FPDF_GetLastError() == _PASSWORD else "broken"})
        return
    count = pdfium.FPDF_GetPageCount(document)
    _say({"sheets": count})
    for index in range(count):
        if index and index % SHEETS_AT_ONCE == 0:
            pdfium.FPDF_CloseDocument(document)
            document = pdfium.FPDF_LoadMemDocument64(file, len(file), None)
        try:
            sheet = Sheet(document, index)
        except ValueError:
            _say({"fault": "broken"})
            return
        _say([_label(document, index), *read_sheet(sheet)])
        sheet.close()


def _limit(memory: int, seconds: int) -> None:
    """Let this process have so many bytes and seconds and no more, where the system knows limits."""
    try:
        import resource  # noqa: PLC0415 - not on Windows, where the clock of the reader is the only limit
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _label(document: Handle, index: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.FPDF_GetPageLabel(document, index, buffer, len(buffer))
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace") if length <= len(buffer) else ""


def _say(message: Json) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=True, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

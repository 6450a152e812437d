"""What is typeset like the Federal Register comes back: columns, broken words, calls, notes, heads."""

import random
from collections.abc import Iterator

import pytest
from pdf_files import PdfPage, pdf

from comment_kit.model.pages import Break, Stream
from comment_kit.pages import read_pdf

WIDTH = 34
"""Letters in a line of a column."""
BODY, NOTE = 8, 6
"""Sizes in points."""
ROWS = 40
COLUMNS = (45, 225, 405)
SYLLABLES = ("ma", "trix", "lo", "gen", "ter", "sub", "ject", "un", "vo", "cal", "pre")


class Printer:
    """Set running words with notes into three columns, page by page, and remember what was set where."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # the same page on every run
        self.pages: list[PdfPage] = []
        self.words: list[str] = []
        self.notes: list[str] = []
        self.calls: list[tuple[str, str]] = []

    def word(self) -> str:
        """Return a word that no language has."""
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 3)))

    def rows(self) -> Iterator[tuple[str, str | None]]:
        """Yield line after line of the text, with the note that is called in it."""
        row, note = "", None
        while True:
            word = self.word() + self.chance.choice(["", "", "", "", ",", "."])
            called = note is None and word[-1] in ",." and self.chance.random() < 0.3
            length = len(row) + 1 + len(word) + 3 * called
            self.words.append(word)
            if length <= WIDTH:
                row = f"{row} {word}".lstrip()
            elif len(word) > 6 and len(row) + 5 <= WIDTH:
                yield f"{row} {word[:3]}-", note
                row, note = word[3:], None
            else:
                yield row, note
                row, note = word, None
            if called:
                self.calls.append((word, str(len(self.calls) + 1)))
                note = str(len(self.calls))
                row += f"^{note}^"

    def document(self, pages: int) -> bytes:
        """Return a notice of so many pages."""
        rows = self.rows()
        for number in range(pages):
            page = PdfPage()
            head = "Federal Register / Vol. 88, No. 54 / Tuesday, March 21, 2023 / Notices"
            page.line(45, 752, f"{17086 + number} {head}" if number % 2 == 0 else f"{head} {17086 + number}", size=7)
            for x in COLUMNS:
                self.column(page, x, rows)
            page.line(45, 20, f"VerDate Sep<11>2014 Jkt 259001 PO 00000 Frm {number + 50:05} Sfmt 4703", size=4)
            page.line(20, 90, "ddrumheller on DSK120 with NOTICES", size=5, turn="0 1 -1 0")
            self.pages.append(page)
        return pdf(*self.pages)

    def column(self, page: PdfPage, x: float, rows: Iterator[tuple[str, str | None]]) -> None:
        """Set a column, and under it the notes that are called in it."""
        called: list[str] = []
        for place in range(ROWS):
            row, note = next(rows)
            page.line(x, 730 - place * 10, row, size=BODY)
            called += [note] if note else []
        for place, note in enumerate(called):
            words = f"See {self.word()} at {note}."
            self.notes.append(words)
            page.line(x, 320 - place * 8, f"^{note}^ {words}", size=NOTE)


def closed(stream: Stream) -> str:
    """Return the text with its broken words closed up."""
    return "".join(letter for offset, letter in enumerate(stream.text) if stream.breaks.get(offset) is not Break.HYPHEN)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_typeset_in_three_columns_comes_back(seed: int) -> None:
    printer = Printer(seed)
    text = read_pdf(printer.document(4), time_limit=60)
    body = closed(text.body)
    assert " ".join(printer.words).startswith(body)
    assert len(body) > 8000
    assert text.notes.text == " ".join(printer.notes)
    assert len(text.body.calls) == len(printer.notes) > 30
    before = [text.body.text[:offset].replace("-", "").split()[-1] for offset in text.body.calls]
    assert list(zip(before, text.body.calls.values(), strict=True)) == printer.calls[: len(before)]
    assert [sheet.label for sheet in text.sheets] == ["17086", "17087", "17088", "17089"]
    assert text.removed == {"running heads": 4, "production lines": 4, "lines turned against the page": 4}

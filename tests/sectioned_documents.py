"""Make up orders of sections, subsections and lettered parts, printed as text, as the Register's XML and as a PDF."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pdf_files import PdfPage, pdf

from comment_kit.model.pages import PageText, SourceText
from comment_kit.model.pinpoints import PinpointRow, PinpointTable, label_key
from comment_kit.pages import read_federal_register_xml, read_pdf, read_plain

FIRST_PAGE = 401
ROWS = 20
COLUMN = 70
_SYLLABLES = [first + second for first in "bcdfgklmnprstvwz" for second in "aeiou"]
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"]
_REFERENCES = ("under subsection (a) of this section", "in paragraph (i) of section 2", "of subsections (b) and (c)")


@dataclass(frozen=True)
class MadePart:
    """A part with the words that stand in it before any part of its own."""

    label: str
    number: str
    """As printed: "Sec. 2.", "2.1.", "(a)"."""
    words: str
    run_in: bool
    """Whether it goes on in the line of the heading before it."""

    @property
    def printed(self) -> str:
        """Its number and its words."""
        return f"{self.number} {self.words}"


@dataclass
class MadeDocument:
    """The parts of an order in their order, and the rows of its pages."""

    parts: list[MadePart]
    rows: list[str] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    """The row in which each part begins."""

    def page_at(self, row: int) -> int:
        """Return the printed page of a row."""
        return FIRST_PAGE + row // ROWS

    def pages(self) -> Iterator[list[str]]:
        """Yield the rows of each page."""
        yield from (self.rows[at : at + ROWS] for at in range(0, len(self.rows), ROWS))

    def inside(self, number: int) -> list[int]:
        """Return the numbers of a part and of those that lie in it."""
        key = label_key(self.parts[number].label)
        keys = [label_key(each.label) for each in self.parts]
        return [at for at, each in enumerate(keys) if each == key or each.startswith((f"{key}(", f"{key}."))]

    def reach(self, number: int) -> tuple[int, int]:
        """Return the first and the last page of a part with all that lies in it."""
        last = self.inside(number)[-1]
        end = self.begins[last + 1] if last + 1 < len(self.begins) else len(self.rows)
        is_shared = last + 1 < len(self.parts) and self.parts[last + 1].run_in
        return self.page_at(self.begins[number]), self.page_at(max(self.begins[last], end - (not is_shared)))

    def table(self) -> PinpointTable:
        """Return its pinpoint table."""
        reached = (map(str, self.reach(number)) for number in range(len(self.parts)))
        return pinpoint_table({each.label: tuple(pages) for each, pages in zip(self.parts, reached, strict=True)})


def pinpoint_table(reach: Mapping[str, tuple[str, ...]], titles: Mapping[str, str] | None = None) -> PinpointTable:
    """Return a table of parts, each with its first and its last page."""
    rows = {
        label_key(label): PinpointRow(
            locator=label,
            first_page=pages[0],
            last_page=pages[-1],
            title=(titles or {}).get(label),
            evidence="made up",
            line=line,
        )
        for line, (label, pages) in enumerate(reach.items(), 2)
    }
    return PinpointTable(key="order", file="order.csv", rows=rows)


def made_document(dice: random.Random) -> MadeDocument:
    """Return an order of a few sections, some with subsections, lettered parts and parts of those.

    It has three pages at least: the numbers of fewer prove nothing, and are not believed.
    """
    while len((document := _document(dice)).rows) <= 2 * ROWS:
        pass
    return document


def _document(dice: random.Random) -> MadeDocument:
    document = MadeDocument(parts=[part for number in range(1, 9) for part in _section(f"{number}", dice)])
    text = ""
    for each in document.parts:
        if each.run_in:
            text += f" {each.printed}"
        else:
            document.rows += textwrap.wrap(text, COLUMN, break_on_hyphens=False)
            text = each.printed
        so_far = textwrap.wrap(text.removesuffix(each.words) + "x", COLUMN, break_on_hyphens=False)
        document.begins.append(len(document.rows) + len(so_far) - 1)
    document.rows += textwrap.wrap(text, COLUMN, break_on_hyphens=False)
    return document


def _section(number: str, dice: random.Random) -> Iterator[MadePart]:
    yield MadePart(f"§ {number}", f"Sec. {number}.", _sentence(dice, 4), run_in=False)
    if dice.random() < 0.5:
        for each in range(1, dice.randint(2, 3)):
            yield MadePart(f"§ {number}.{each}", f"{number}.{each}.", _sentence(dice, 5), run_in=False)
            yield from _lettered(f"§ {number}.{each}", dice)
    else:
        yield from _lettered(f"§ {number}", dice)


def _lettered(label: str, dice: random.Random) -> Iterator[MadePart]:
    run_in = dice.random() < 0.5
    for letter in "abcdefghijkl"[: dice.choice([0, 2, 3, 11])]:
        has_parts = dice.random() < 0.3
        words = _words(dice, 12) + (":" if has_parts else ".")
        yield MadePart(f"{label}({letter})", f"({letter})", words, run_in=run_in and letter == "a")
        if has_parts:
            last = dice.randint(2, 5)
            for at, roman in enumerate(_ROMANS[:last], 1):
                end = "." if at == last else "; and" if at == last - 1 else ";"
                yield MadePart(f"{label}({letter})({roman})", f"({roman})", _words(dice, 9) + end, run_in=False)


def _sentence(dice: random.Random, count: int) -> str:
    return f"{_words(dice, count).capitalize()}."


def _words(dice: random.Random, count: int) -> str:
    """Return words that nobody else has, here and there with a reference to another part."""
    words = ["".join(dice.choices(_SYLLABLES, k=4)) for _ in range(count)]
    if count > 8 and dice.random() < 0.4:
        words.insert(count // 2, dice.choice(_REFERENCES))
    return " ".join(words)


# ---- as files print it ----


def as_text(document: MadeDocument) -> PageText:
    """Return what is read from text with form feeds, the page number at the foot."""
    empty = [""] * ROWS
    pages = [
        "\n".join([*rows, *empty][:ROWS]) + f"\n\n{FIRST_PAGE + at:>40}\n" for at, rows in enumerate(document.pages())
    ]
    return read_plain("\f".join(pages).encode())


def as_xml(document: MadeDocument) -> PageText:
    """Return what is read from the Federal Register's XML, with a mark where each page begins."""
    marked = [f'<PRTPAGE P="{FIRST_PAGE + at}"/>{" ".join(rows)}' for at, rows in enumerate(document.pages())]
    text = " ".join(marked)
    for each in document.parts:
        if not each.run_in:
            first = each.printed.split()[: 3 if each.number.startswith("Sec.") else 2]
            text = text.replace(" ".join(first), f"</P><P>{' '.join(first)}", 1)
    return read_federal_register_xml(f"<NOTICE><P>{text}</P></NOTICE>".encode())


def as_pdf(document: MadeDocument) -> PageText:
    """Return what is read from a PDF."""
    pages = [
        PdfPage().lines(72, 720, rows, lead=15).line(300, 40, f"{FIRST_PAGE + at}")
        for at, rows in enumerate(document.pages())
    ]
    return read_pdf(pdf(*pages))


def bound(text: PageText) -> SourceText:
    """Return ``text`` as that of the source "order"."""
    fields = {name: getattr(text, name) for name in text.__struct_fields__}
    return SourceText(**fields, key="order", edition="2024", file="order.txt", sha256="")

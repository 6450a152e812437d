"""Two real documents, an order in print and in XML and a draft with numbered lines, read to the last word."""

from __future__ import annotations

import ctypes
import re
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from real_sources import real_source

from comment_kit.model.pages import Break, PageText, Stream
from comment_kit.pages import read_federal_register_xml, read_pdf

ORDER, DRAFT = "eo14110.pdf", "nist-ai-800-1.ipd.pdf"


@cache
def printed(name: str) -> PageText:
    return read_pdf(real_source(name), time_limit=60)


@cache
def marked() -> PageText:
    return read_federal_register_xml(real_source("eo14110.xml").read_bytes(), first_page="75191", last_page="75226")


def labels(text: PageText) -> list[str | None]:
    return [sheet.label for sheet in text.sheets]


def letters(stream: Stream) -> tuple[str, list[int]]:
    """Return letters and digits alone, in one case, with the offset of each."""
    kept = [(letter.lower(), offset) for offset, letter in enumerate(stream.text) if letter.isalnum()]
    return "".join(letter for letter, _ in kept), [offset for _, offset in kept]


def windows(text: str, length: int, step: int) -> Iterator[tuple[str, int, int]]:
    """Yield the letters of each run of ``length`` words, with the offsets of its first and its last letter."""
    words = [found for found in re.finditer(r"\S+", text) if re.search(r"\w", found[0])]
    for begin in range(0, len(words) - length + 1, step):
        run = words[begin : begin + length]
        yield (
            "".join(c for c in text[run[0].start() : run[-1].end()].lower() if c.isalnum()),
            run[0].start(),
            run[-1].end(),
        )


def test_the_order_prints_75191_to_75226() -> None:
    assert labels(printed(ORDER)) == [str(number) for number in range(75191, 75227)]
    assert {sheet.confidence for sheet in printed(ORDER).sheets} == {"high"}


def test_the_draft_prints_1_to_22_behind_five_sheets_that_print_nothing() -> None:
    assert labels(printed(DRAFT)) == [None] * 5 + [str(number) for number in range(1, 23)]


def test_no_number_of_a_line_is_left_in_the_draft() -> None:
    text = printed(DRAFT)
    assert text.removed["line numbers"] > 690
    left = [text.all.on_sheet(sheet.index) for sheet in text.sheets[5:]]
    # A number that is left would stand between two words; one does ("recommendations 2, 3, and 4 below").
    found = Counter(number for page in left for number in re.findall(r"(?<=[a-z] )\d{1,2}(?= [a-z])", page))
    assert found == {"4": 1}


def test_every_note_of_the_draft_is_called_and_begins() -> None:
    expected = ["i", "ii", "iii", *map(str, range(1, 51))]
    assert list(printed(DRAFT).all.calls.values()) == expected
    assert list(printed(DRAFT).all.openings.values()) == expected


def test_notes_of_the_draft_stand_on_the_pages_that_were_read_by_eye() -> None:
    text = printed(DRAFT)
    opened = {number: text.sheets[text.all.sheet_at(at) - 1].printed for at, number in text.all.openings.items()}
    called = {number: text.sheets[text.all.sheet_at(at - 1) - 1].printed for at, number in text.all.calls.items()}
    assert [opened[number] for number in ("i", "iii", "1", "17", "19", "34", "35", "50")] == [
        "sheet 5", "sheet 5", "20", "20", "21", "21", "22", "22",
    ]  # fmt: skip
    assert [called[number] for number in ("i", "4", "5", "12", "13", "18", "24", "36", "42", "50")] == [
        "sheet 5", "sheet 5", "1", "1", "2", "5", "11", "17", "19", "19",
    ]  # fmt: skip


def test_the_exponents_of_the_order_are_no_calls() -> None:
    assert printed(ORDER).all.calls == {}
    assert marked().all.calls == {}


def test_the_order_in_xml_has_the_same_pages() -> None:
    assert labels(marked()) == labels(printed(ORDER))
    assert marked().removed == {}


def test_windows_of_the_xml_stand_in_the_print_on_the_same_pages() -> None:
    print_letters, offsets = letters(printed(ORDER).body)
    missing = []
    for window, start, end in windows(marked().body.text, 12, 6):
        places = [found.start() for found in re.finditer(re.escape(window), print_letters)]
        reaches = {printed(ORDER).body.reach(offsets[at], offsets[at + len(window) - 1] + 1) for at in places}
        if marked().body.reach(start, end) not in reaches:
            missing.append(marked().body.text[start:end])
    # The XML sets the title before the words that the page prints first.
    assert len(missing) <= 1, missing


HEAD = re.compile(r"^\d* ?Federal Register / Vol|^VerDate|^NIST AI 800-1 ipd|^July 2024 U\.S\. AI|^\d+$")


class Letter(NamedTuple):
    """A letter where it stands."""

    sign: str
    y: float
    height: float
    right: float
    angle: float


def slow(name: str) -> str:
    """Return a PDF read letter by letter, without heads, what stands in the margin, turns, or is raised."""
    document = pypdfium2.PdfDocument(real_source(name))
    rows = []
    for page in document:
        text = page.get_textpage()
        drawn = list(slow_letters(text))
        kept = "".join(each.sign for at, each in enumerate(drawn) if not left_out(drawn, at, calls=name == DRAFT))
        rows += [row for row in kept.splitlines() if not HEAD.search(row.strip())]
        text.close()
        page.close()
    document.close()
    return "\n".join(rows).replace("\x02\n", "").replace("\x02", "")


def slow_letters(text: pypdfium2.PdfTextPage) -> Iterator[Letter]:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text)):
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        yield Letter(chr(pdfium.FPDFText_GetUnicode(text, index)), y.value, box.top - box.bottom, box.right, angle)


def left_out(drawn: list[Letter], at: int, *, calls: bool) -> bool:
    here = drawn[at]
    if 0.5 < here.angle < 5.5 or (here.sign.isdigit() and here.right < 60):
        return True
    if not calls:  # the order has exponents, and no notes
        return False
    near = [each for each in drawn[max(0, at - 6) : at + 7] if each.sign.isalpha() or each.sign in ",.;"]
    raised = any(here.height < 0.85 * each.height and 0 < here.y - each.y < each.height for each in near)
    return raised and here.sign in "0123456789ivx"


@pytest.mark.parametrize("name", [ORDER, DRAFT])
def test_windows_of_a_slow_reading_stand_in_the_fast_one(name: str) -> None:
    streams = [letters(stream)[0] for stream in printed(name).streams]
    sought = [window for window, _, _ in windows(slow(name), 8, 1)]
    missing = [window for window in sought if not any(window in stream for stream in streams)]
    assert len(sought) > 8000
    assert len(missing) <= 0.001 * len(sought), missing


def test_line_ends_are_remembered_both_ways() -> None:
    hyphens = [at for at, kind in printed(ORDER).body.breaks.items() if kind is Break.HYPHEN]
    assert 200 < len(hyphens) < 260
    assert all(printed(ORDER).body.text[at] == "-" for at in hyphens)


def test_reading_costs_no_more_than_a_few_times_what_the_text_alone_costs() -> None:
    path = real_source(ORDER)
    began = time.process_time()
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    alone = time.process_time() - began
    document.close()
    before = children()
    began = time.process_time()
    read_pdf(path, time_limit=60)
    whole = time.process_time() - began + children() - before
    assert whole < 8 * alone, f"{whole:.2f} s against {alone:.2f} s"


def children() -> float:
    import resource  # noqa: PLC0415 - not on every system

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime

"""A file becomes the text of one source: read by what is in it, bound to its edition, and doubted where it must be."""

import hashlib
from pathlib import Path

import pytest
from pdf_files import FULL_PICTURE, PdfPage, pdf
from source_entries import NOTICE, ORDER, REGULATION, entry

from comment_kit.errors import CommentKitError
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.model.sources import Source
from comment_kit.pages import edition_of, read_source_file
from comment_kit.pages.findings import (
    ANOTHER_EDITION,
    BLACK_BOXES,
    HIDDEN_OCR,
    NO_PRINTED_PAGES,
    PAGES_OUTSIDE_ENTRY,
    READ_IN_PART,
    SCANNED,
    TITLE_NOT_FOUND,
)


def report(*extra: PdfPage, title: str = "A Report on Models", head: str = "A Report") -> bytes:
    """Return a report of four numbered pages, and what else is wanted."""
    pages = [
        PdfPage().line(72, 750, head).line(72, 600, title if number == 1 else f"Text of page {number}.")
        .line(300, 40, str(number))
        for number in range(1, 5)
    ]  # fmt: skip
    return pdf(*pages, *extra)


def refusal(file: bytes, source: Source, folder: Path) -> Diagnostic:
    path = folder / "source.bin"
    path.write_bytes(file)
    text, (diagnostic,) = read_source_file(path, source)
    assert text is None
    assert diagnostic.code == ANOTHER_EDITION.code == "SRC301"
    assert diagnostic.location == Location(file=str(path))
    assert diagnostic.related == (source.location,)
    return diagnostic


def remarks(file: bytes, source: Source, folder: Path, *, time_limit: float = 8) -> list[Diagnostic]:
    path = folder / "source.bin"
    path.write_bytes(file)
    text, diagnostics = read_source_file(path, source, time_limit=time_limit)
    assert text is not None
    assert {each.location for each in diagnostics} <= {Location(file=str(path))}
    return list(diagnostics)


def test_a_text_is_bound_to_key_edition_and_file(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(report(head="A Report (Initial Public Draft)"))
    text, diagnostics = read_source_file(path, entry(stage="initial public draft", date="2024-07"))
    assert text is not None
    assert (text.key, text.edition) == ("report", "initial public draft, 2024-07")
    assert (text.file, text.sha256) == (str(path), hashlib.sha256(path.read_bytes()).hexdigest())
    assert diagnostics == ()


def test_the_reader_is_chosen_by_what_is_in_the_file(tmp_path: Path) -> None:
    xml = '<?xml version="1.0"?><NOTICE><P>A Report on Models</P><PRTPAGE P="12"/></NOTICE>'
    for content, form in ((report(), "PDF"), (xml.encode(), "Federal Register XML"), (b"A Report on Models", "text")):
        path = tmp_path / "misnamed.xml"
        path.write_bytes(content)
        text, _ = read_source_file(path, entry(pages=("11", "12")))
        assert text is not None
        assert text.format == form


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"PK\3\4 anything", "this is a zip or Word file"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "this is a web page"),
        (b"\x89PNG\r\n\0\0", "this is no text"),
    ],
)
def test_what_cannot_be_page_text_is_named(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "source.pdf"
    path.write_bytes(content)
    with pytest.raises(CommentKitError, match=problem) as caught:
        read_source_file(path, entry())
    assert caught.value.where == str(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommentKitError, match="cannot be read: No such file"):
        read_source_file(tmp_path / "none.pdf", entry())


def register(volume: int, day: str, first: int) -> bytes:
    head = f"Federal Register / Vol. {volume}, No. 54 / {day} / Notices"
    return pdf(
        *(PdfPage().line(45, 750, f"{number}   {head}", size=8).line(45, 600, "A Report on Models")
          for number in range(first, first + 3))
    )  # fmt: skip


MARCH = "Tuesday, March 21, 2023"


@pytest.mark.parametrize(
    ("file", "source", "message"),
    [
        (
            report(head="NIST AI 800-1 2pd (Second Public Draft)"),
            entry(stage="initial public draft"),
            "it calls itself 'Second Public Draft', and the entry names initial public draft",
        ),
        (
            report(title="A Report on Models, Final Draft"),
            entry(),
            "it calls itself 'Final Draft', and the entry names no draft",
        ),
        (
            register(88, MARCH, 17086),
            entry(kind=NOTICE, frvolume="89", pages=("17086", "17141")),
            "it is volume 88 of the Federal Register, and the entry names volume 89",
        ),
        (
            register(88, MARCH, 17086),
            entry(kind=NOTICE, frvolume="88", frdate="2023-03-22", pages=("17086", "17141")),
            "it is the Federal Register of March 21, 2023, and the entry names the one of 2023-03-22",
        ),
        (
            register(88, MARCH, 20000),
            entry(kind=NOTICE, frvolume="88", pages=("17086", "17141")),
            "it prints pages 20000-20002, and the entry names pages 17086-17141",
        ),
        (
            report(title="Executive Order 14148 of January 20, 2025"),
            entry(kind=ORDER, number="14,110"),
            "it is Executive Order 14148, and the entry names Executive Order 14110",
        ),
        (
            report(head="arXiv:2408.00761v3 [cs.LG] 1 Sep 2024"),
            entry(eprint="2408.00761", version="1"),
            "it is version 3, and the entry names version 1",
        ),
        (
            report(head="arXiv:2408.00761v3 [cs.LG] 1 Sep 2024"),
            entry(eprint="2408.00762"),
            "it is arXiv:2408.00761, and the entry names arXiv:2408.00762",
        ),
        (
            report(head="A Report, Version 2.0"),
            entry(version="1.0"),
            "it is version 2.0, and the entry names version 1.0",
        ),
        (
            report(head="Office of Models, DOE          40 CFR Ch. I (7-1-23 Edition)"),
            entry(kind=REGULATION, cfryear="2024"),
            "it is the edition of 2023, and the entry names the one of 2024",
        ),
    ],
)
def test_a_text_that_names_another_version_is_refused(
    file: bytes, source: Source, message: str, tmp_path: Path
) -> None:
    assert refusal(file, source, tmp_path).message == f"this is not the text of 'report': {message}"


def test_a_stamp_in_the_margin_of_the_first_page_tells_the_version(tmp_path: Path) -> None:
    stamp = PdfPage().line(20, 200, "arXiv:2408.00761v2 [cs.LG] 1 Sep 2024", turn="0 1 -1 0")
    file = pdf(stamp.lines(72, 600, ["A Report on Models", "by several authors who are not named here"]))
    diagnostic = refusal(file, entry(eprint="2408.00761", version="1"), tmp_path)
    assert "it is version 2" in diagnostic.message


@pytest.mark.parametrize(
    ("file", "source"),
    [
        (report(head="A Report (Initial Public Draft)"), entry(stage="first public draft")),
        (report(head="A Report ipd"), entry(stage="initial public draft")),
        (report(title="A Report on Models. It follows the initial public draft."), entry(stage="initial public draft")),
        (register(88, MARCH, 17086), entry(kind=NOTICE, frvolume="88", frdate="2023-03-21", pages=("17086", "17141"))),
        (report(head="arXiv:2408.00761v1 [cs.LG]"), entry(eprint="2408.00761", version="1")),
    ],
)
def test_the_edition_that_the_entry_names_is_taken(file: bytes, source: Source, tmp_path: Path) -> None:
    assert remarks(file, source, tmp_path) == []


def test_a_file_without_the_title_is_doubted(tmp_path: Path) -> None:
    (diagnostic,) = remarks(report(title="The Annual Budget"), entry(), tmp_path)
    assert diagnostic.code == TITLE_NOT_FOUND.code == "SRC302"
    assert diagnostic.message == "'A Report on Models' does not stand on the first pages"


def test_a_scan_cannot_be_decided_and_ocr_is_the_way_out(tmp_path: Path) -> None:
    (diagnostic,) = remarks(report(PdfPage().raw(FULL_PICTURE)), entry(), tmp_path)
    assert diagnostic.code == SCANNED.code == "SRC303"
    assert diagnostic.message == "sheet 5 of 5: a picture without text, on which nothing can be decided"
    assert diagnostic.hint == "let a program for OCR read it ('ocrmypdf IN.pdf OUT.pdf') and add the result"


def test_letters_guessed_from_a_scan_are_flagged(tmp_path: Path) -> None:
    guessed = PdfPage().raw(FULL_PICTURE).raw("3 Tr").line(72, 600, "Guessed letters.")
    (diagnostic,) = remarks(report(guessed), entry(), tmp_path)
    assert diagnostic.code == HIDDEN_OCR.code == "SRC304"
    assert diagnostic.message == "sheet 5 of 5: the letters were guessed from a scan"


def test_text_under_black_boxes_is_remarked(tmp_path: Path) -> None:
    covered = PdfPage().line(72, 600, "the name of the witness").box(70, 597, 200, 14)
    (diagnostic,) = remarks(report(covered), entry(), tmp_path)
    assert diagnostic.code == BLACK_BOXES.code == "SRC305"
    assert diagnostic.message == "sheet 5: text stands under black boxes and was read like any other"


def test_a_file_read_in_part_says_how_far(tmp_path: Path) -> None:
    rows = [f"Row {row} of a long law." for row in range(40)]
    pages = [PdfPage().line(72, 700, "A Report on Models").lines(72, 650, rows)] * 4000
    diagnostics = remarks(pdf(*pages), entry(), tmp_path, time_limit=1.5)
    assert [each.code for each in diagnostics] == [READ_IN_PART.code, NO_PRINTED_PAGES.code] == ["SRC306", "SRC307"]
    assert diagnostics[0].message.endswith("of 4000 sheets were read before the limit")
    assert diagnostics[1].message == "no printed page numbers were found"


def test_pages_that_a_preprint_counts_from_one_are_remarked(tmp_path: Path) -> None:
    (diagnostic,) = remarks(report(), entry(pages=("302", "350")), tmp_path)
    assert diagnostic.code == PAGES_OUTSIDE_ENTRY.code == "SRC308"
    assert diagnostic.message == "the file prints pages 1-4, the entry has 302-350"


def test_an_edition_is_told_by_stage_version_volume_and_date() -> None:
    assert edition_of(entry(date="2024")) == "2024"
    assert edition_of(entry(version="1", date="2024-08-01")) == "version 1, 2024-08-01"
    order = entry(kind=ORDER, frvolume="88", frpage="75191", frdate="2023-11-01", date="2023-10-30")
    assert edition_of(order) == "88 Fed. Reg. 75191, 2023-11-01"

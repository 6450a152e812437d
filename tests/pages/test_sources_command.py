"""``comment-kit sources`` as a user types it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pdf_files import PdfPage, pdf

ENTRY = """@report{{open2024,
  title  = {{A Report on Open Models}},
  author = {{{{Example Institute}}}},
  date   = {{2024-05}},
  stage  = {{second public draft}},
  url    = {{{url}}},
}}
"""


def report(head: str = "Second Public Draft") -> bytes:
    pages = [PdfPage().lines(72, 600, ["A Report on Open Models"])]
    pages += [
        PdfPage()
        .line(72, 750, head)
        .lines(72, 600, [f"Part {number} begins. Actors should", f"manage risk {number} to the end of"])
        .line(300, 40, str(number))
        for number in range(1, 5)
    ]
    return pdf(*pages)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "comment-kit.toml").write_text("")
    (tmp_path / "citations").mkdir()
    (tmp_path / "citations" / "own.bib").write_text(ENTRY.format(url="https://example.com/open.pdf"))
    (tmp_path / "open.pdf").write_bytes(report())
    return tmp_path


def sources(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Return exit code, what was printed, and what was said beside it."""
    run = subprocess.run(
        [sys.executable, "-m", "comment_kit", "sources", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


def test_a_file_is_added_shown_and_found(project: Path) -> None:
    assert sources(project, "list") == (0, "no page text yet: comment-kit sources add KEY FILE\n", "")
    code, printed, said = sources(project, "add", "open2024", "open.pdf")
    assert (code, said) == (0, "")
    assert printed.splitlines() == [
        "open2024: read from open.pdf, 5 sheets",
        "  sheet 1: no printed page",
        "  sheets 2-5: pages 1-4: printed at the foot (high)",
    ]
    assert sources(project, "add", "open2024", "open.pdf")[1] == "open2024: this file is stored already\n"
    code, printed, _ = sources(project, "show", "open2024")
    assert code == 0
    assert printed.splitlines()[0] == "open2024: second public draft, 2024-05"
    assert "  taken out: 4 running heads, 4 page numbers" in printed.splitlines()
    _, printed, _ = sources(project, "find", "manage risk 3")
    assert printed.splitlines() == [
        "open2024, page 3   [@open2024, at 3]",
        "    ... Part 3 begins. Actors should *manage risk 3* to the end of Part 4 begins. Actors should",
        "    manage risk 4 to the end of ...",
    ]
    _, printed, _ = sources(project, "find", "the end of part 3")
    assert printed.splitlines()[0] == "open2024, page 2 to page 3   [@open2024, at 2-3]"
    _, printed, _ = sources(project, "find", "report on open models")
    assert printed.splitlines()[0] == "open2024, sheet 1   [@open2024]"
    assert sources(project, "find", "zebra")[:2] == (0, "'zebra' stands in none of the 1 texts\n")
    assert sources(project, "list")[1].startswith("open2024  5 sheets, second public draft, 2024-05, PDF, added ")


def test_another_edition_is_not_taken(project: Path) -> None:
    (project / "first.pdf").write_bytes(report("Initial Public Draft"))
    code, printed, said = sources(project, "add", "open2024", "first.pdf")
    assert (code, printed) == (1, "")
    assert said.splitlines()[0] == (
        "first.pdf: SRC301 this is not the text of 'open2024': it calls itself 'Initial Public Draft', "
        "and the entry names second public draft"
    )


def test_a_changed_file_replaces_what_was_read(project: Path) -> None:
    sources(project, "add", "open2024", "open.pdf")
    (project / "open.pdf").write_bytes(report() + b"\n")
    assert sources(project, "add", "open2024", "open.pdf")[1].startswith("open2024: replaced by open.pdf")


TWO_ENTRIES = (
    ENTRY.format(url="https://example.com/open.pdf")
    + """
@report{closed2024, title = {A Report on Closed Models}, author = {{Example Institute}}, date = {2024-06}}
"""
)


def test_several_files_are_added_at_once(project: Path) -> None:
    (project / "citations" / "own.bib").write_text(TWO_ENTRIES)
    (project / "closed.txt").write_text("A Report on Closed Models\f2\nActors should wait.")
    code, printed, said = sources(project, "add", "open2024", "open.pdf", "closed2024", "closed.txt")
    assert (code, said.splitlines()[0]) == (0, "closed.txt: SRC307 hint: no printed page numbers were found")
    firsts = [line for line in printed.splitlines() if not line.startswith(" ")]
    assert firsts == ["open2024: read from open.pdf, 5 sheets", "closed2024: read from closed.txt, 2 sheets"]


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_added(project: Path) -> None:
    (project / "citations" / "own.bib").write_text(TWO_ENTRIES)
    code, printed, said = sources(project, "add", "closed2024", "none.pdf", "open2024", "open.pdf")
    assert code == 2
    assert said.startswith("comment-kit: none.pdf: cannot be read: No such file or directory")
    assert printed.startswith("open2024: read from open.pdf, 5 sheets\n")


def test_a_damaged_store_is_told_once_though_several_files_are_added(project: Path) -> None:
    (project / "citations" / "more.bib").write_text(
        ENTRY.format(url="https://example.com/b.pdf").replace("open", "second")
    )
    store = project / ".comment-kit" / "pages.db"
    store.parent.mkdir()
    store.write_bytes(b"this is no database at all" * 100)
    code, printed, _ = sources(project, "add", "open2024", "open.pdf", "second2024", "open.pdf")
    assert code == 0
    assert printed.count("was damaged and is empty now; add the sources again") == 1
    assert [line for line in printed.splitlines() if "read from" in line] == [
        "open2024: read from open.pdf, 5 sheets",
        "second2024: read from open.pdf, 5 sheets",
    ]


def test_nothing_is_read_where_one_key_of_several_is_unknown(project: Path) -> None:
    code, printed, said = sources(project, "add", "open2024", "open.pdf", "open2023", "open.pdf")
    assert (code, printed) == (2, "")
    assert "no source has the key 'open2023'" in said
    assert sources(project, "list")[1] == "no page text yet: comment-kit sources add KEY FILE\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["open2024"], "No FILE for 'open2024': a key and its file, then the next key and its file."),
        (["open2024", "open.pdf", "next"], "No FILE for 'next': a key and its file, then the next key and its file."),
        (
            ["open2024", "open.pdf", "open2024", "other.pdf"],
            "'open2024' is named twice: a source has one text, and the second file would replace the first.",
        ),
    ],
)
def test_keys_and_files_that_do_not_pair_are_told(arguments: list[str], said: str, project: Path) -> None:
    code, printed, error = sources(project, "add", *arguments)
    assert (code, printed) == (2, "")
    assert " ".join(error.split()).endswith(f"Error: {said}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "open2023", "open.pdf"), "no source has the key 'open2023'\nhint: did you mean open2024"),
        (("add", "open2024", "none.pdf"), "none.pdf: cannot be read: No such file or directory"),
        (("show", "open2024"), "no page text is stored for 'open2024'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments: tuple[str, ...], said: str, project: Path) -> None:
    code, printed, error = sources(project, *arguments)
    assert (code, printed) == (2, "")
    assert error.startswith(f"comment-kit: {said}")
    assert "Traceback" not in error


@pytest.fixture
def served(project: Path) -> Iterator[str]:
    handler = partial(SimpleHTTPRequestHandler, directory=str(project))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_file_is_fetched_from_the_address_of_its_entry(project: Path, served: str) -> None:
    (project / "citations" / "own.bib").write_text(ENTRY.format(url=f"{served}/open.pdf"))
    code, printed, _ = sources(project, "fetch", "open2024")
    assert code == 0
    kept = project / ".comment-kit" / "sources" / "open2024.pdf"
    assert printed.splitlines()[:2] == [
        f"fetched {served}/open.pdf to {kept}",
        f"open2024: read from {kept}, 5 sheets",
    ]
    assert kept.read_bytes() == (project / "open.pdf").read_bytes()


def test_a_web_page_in_the_place_of_the_file_is_named(project: Path, served: str) -> None:
    (project / "page.html").write_text("<!DOCTYPE html><html><body>Abstract</body></html>")
    (project / "citations" / "own.bib").write_text(ENTRY.format(url=f"{served}/page.html"))
    code, _, said = sources(project, "fetch", "open2024")
    assert code == 2
    assert "this is a web page, often one that says that the file was not found" in said

"""Make the projects on which checking is measured: letters typed by hand, and sources with their pages."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import generated
import peers
import quoting

from comment_kit.workflows.paging import adding

sys.path.append(str(Path(__file__).parents[1] / "tests"))  # its writer of small PDFs
from pdf_files import PdfPage, pdf

KIT = (sys.executable, "-m", "comment_kit")
PAGES_OF_A_SOURCE = 60
_DAY = dt.date(2024, 9, 9)
_PLACES = (Path(os.environ.get("COMMENT_KIT_SOURCES", "")), Path(__file__).parents[2] / "shared" / "sources")


def make_project(folder: Path, last: int = generated.LAST_PAGE) -> None:
    """Make ``folder`` a project of fifty sources with ``last`` pages each, whose text nobody has added."""
    (folder / "citations").mkdir(parents=True)
    (folder / "comment-kit.toml").write_text("", encoding="utf-8")
    (folder / "citations/sources.bib").write_text(generated.sources(last), encoding="utf-8")


def make_library(folder: Path, pages: int) -> None:
    """Make ``folder`` a project of fifty sources with so many pages in all, and add their text."""
    last = pages // generated.SOURCES
    make_project(folder, last)
    files = {f"s{source:02d}": folder / f"s{source:02d}.txt" for source in range(generated.SOURCES)}
    for source, file in enumerate(files.values()):
        file.write_text(quoting.document(source, last), encoding="utf-8")
    with adding(files, project=folder, today=_DAY) as add:
        for key in files:
            add(key)


def write_typed(folder: Path, name: str, letter: str) -> Path:
    """Write ``letter`` as a Word file without any field of ours, as somebody would type it, and return it."""
    source, ours, typed = (folder / f"{name}{suffix}" for suffix in (".md", "-ours.docx", ".docx"))
    source.write_text(letter.replace("sources.bib", "citations/sources.bib"), encoding="utf-8")
    for command in ((*KIT, "build", source.name, "-o", ours.name), (peers.pandoc(), ours.name, "-o", typed.name)):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return typed


def as_markdown(typed: Path) -> Path:
    """Return the same letter as Markdown without front matter."""
    file = typed.with_name(f"{typed.stem}-typed.md")
    command = (peers.pandoc(), typed.name, "--to=markdown-smart", "--wrap=none", "-o", file.name)
    subprocess.run(command, cwd=typed.parent, check=True)
    return file


def notes_of(markdown: Path) -> Path:
    """Return a file with the notes of a letter, one in a line."""
    lines = markdown.read_text(encoding="utf-8").splitlines()
    notes = [line.partition("]: ")[2].replace("*", "") for line in lines if line.startswith("[^")]
    file = markdown.with_suffix(".notes.txt")
    file.write_text("\n".join(notes), encoding="utf-8")
    return file


def write_pdf(file: Path, pages: int) -> Path:
    """Write a report of so many pages, set in one column, and return it."""
    drawn = []
    for number in range(1, pages + 1):
        rows = quoting.rows(0, number)
        drawn.append(PdfPage().lines(72, 720, rows, size=8).line(300, 40, str(number)))
    file.write_bytes(pdf(*drawn))
    return file


def real_source(name: str) -> Path | None:
    """Return the path of an official document, which is no part of the project; None where it is not there."""
    return next((place / name for place in _PLACES if place != Path() and (place / name).is_file()), None)

"""Have LibreOffice set a Word file as PDF, where it is installed."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from comment_kit.errors import CommentKitError

OFFICE_VARIABLE = "COMMENT_KIT_OFFICE"
"""The environment variable that names LibreOffice's program where it stands in no usual place."""

TIME_LIMIT = 180
"""Seconds; 125 pages take about nine."""

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_MISSING = "install LibreOffice Writer, or save the .docx as PDF in Word"
_FAILED = "build a .docx without --paginate, and open it in LibreOffice or Word to see why"

# Tagged, for readers who cannot see the page; with an outline, from which the pages of the headings are read.
_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


def find_office() -> Path | None:
    """Return the program of LibreOffice, or None where it is not installed."""
    named = os.environ.get(OFFICE_VARIABLE)
    if named is not None:
        return Path(named) if Path(named).is_file() else None
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    places = [Path(found)] if found else [Path(place) for place in _USUAL_PLACES]
    return next((place for place in places if place.is_file()), None)


def to_pdf(docx: Path, target: Path, *, called: str | None = None) -> None:
    """Write ``docx`` as a tagged PDF with an outline to ``target``.

    Args:
        docx: a Word file.
        target: where the PDF goes.
        called: what messages call the file; its own path where it is None.

    Raises:
        CommentKitError: LibreOffice is not there, fails, or takes longer than its time.
        OSError: ``target`` cannot be written.
    """
    office = find_office()
    if office is None:
        raise CommentKitError("a PDF needs LibreOffice, which was not found", remedy=_MISSING)
    with tempfile.TemporaryDirectory(prefix="comment-kit-") as folder:
        made = Path(folder, "out", f"{docx.stem}.pdf")
        problem = _run(office, docx, Path(folder), made.parent)
        if problem is None and not made.is_file():
            problem = "LibreOffice could not set this file as PDF"
        if problem is not None:
            raise CommentKitError(problem, where=called or str(docx), remedy=_FAILED)
        shutil.move(made, target)


def pdf_of(content: bytes, *, called: str = "the Word file") -> bytes:
    """Return the .docx in ``content``, which messages call ``called``, as a tagged PDF with an outline.

    Raises:
        CommentKitError: as ``to_pdf`` does.
    """
    with tempfile.TemporaryDirectory(prefix="comment-kit-") as folder:
        docx, pdf = Path(folder, "letter.docx"), Path(folder, "letter.pdf")
        docx.write_bytes(content)
        to_pdf(docx, pdf, called=called)
        return pdf.read_bytes()


def _run(office: Path, docx: Path, folder: Path, out: Path) -> str | None:
    """Run LibreOffice once with a profile of its own, apart from one that is open already; return what went wrong."""
    command = [
        str(office),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        _FILTER,
        "--outdir",
        str(out),
        str(docx.resolve()),
    ]
    try:
        subprocess.run(command, check=True, timeout=TIME_LIMIT, capture_output=True, cwd=folder)  # noqa: S603
    except subprocess.TimeoutExpired:
        return f"LibreOffice did not finish within {TIME_LIMIT} seconds"
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode(errors="replace").strip().splitlines()
        return f"LibreOffice failed: {said[-1]}" if said else f"LibreOffice failed with code {fault.returncode}"
    except OSError as fault:
        return f"{office} could not be started: {fault.strerror}"
    return None

"""A place that cannot or must not be written is told, and what stands there stays as it is."""

from __future__ import annotations

import errno
import io
import os
import resource
import stat
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from front_door import Desk, is_root, letter_of, run

GOOD = letter_of("Words.[@ntia2024, 3]")


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """Return a desk with a letter that is right."""
    desk.write("letter.md", GOOD)
    return desk


def refused(desk: Desk, *options: str, message: str, hint: str) -> None:
    """Hold that the build could not run, said ``message`` and ``hint``, and left everything as it was."""
    before = desk.holds()
    built = desk.build(*options)
    assert built.code == 2
    assert built.err.startswith("comment-kit: ")
    assert message in built.err
    assert f"hint: {hint}" in built.err
    assert not built.out
    assert desk.holds() == before


def edited(docx: Path) -> None:
    """Change a word of ``docx`` as a person would in Word, leaving our own part in it."""
    with zipfile.ZipFile(docx) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/document.xml"] = members["word/document.xml"].replace(b"Words.", b"Other words.")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    docx.write_bytes(stream.getvalue())


# ---- what is asked for ----


def test_a_name_and_a_format_that_disagree(ready: Desk) -> None:
    refused(ready, "-o", "x.html", "--to", "docx", message="--to docx disagrees with this name", hint="drop one of the")


@pytest.mark.parametrize("name", ["x.txt", "x", "x.doc", "letter"])
def test_a_suffix_that_is_no_format(ready: Desk, name: str) -> None:
    refused(ready, "-o", name, message="is no format to build", hint="end it in .docx, .html, .pdf, .md")


def test_the_letter_itself_is_never_the_target(ready: Desk) -> None:
    refused(ready, "-o", "letter.md", message="this is the letter itself", hint="choose another name")


def test_a_link_to_the_letter_is_the_letter(ready: Desk) -> None:
    (ready.folder / "copy.md").symlink_to(ready.folder / "letter.md")
    refused(ready, "-o", "copy.md", message="this is the letter itself", hint="choose another name")


def test_a_format_that_does_not_exist_is_told_with_those_that_do(ready: Desk) -> None:
    built = ready.build("--to", "txt")
    assert built.code == 2
    assert "'txt' is not one of 'docx', 'html', 'pdf', 'md'" in built.err


# ---- where it should be written ----


def test_a_reference_document_that_is_none_is_named(ready: Desk) -> None:
    ready.write("ours.docx", "no Word file")
    built = ready.build("--reference-doc", "ours.docx")
    assert (built.code, built.lines[0]) == (
        2,
        "comment-kit: ours.docx: the reference document is no Word file, or a broken one",
    )


def test_a_reference_document_for_a_page_that_takes_no_styles_is_told(ready: Desk) -> None:
    built = ready.build("--to", "html", "--reference-doc", "ours.docx")
    assert built.code == 0
    assert built.lines == ["--reference-doc has no bearing on .html: only Word files and PDFs take its styles"]


def test_a_folder_that_is_missing(ready: Desk) -> None:
    refused(ready, "-o", "no/x.docx", message="no: the folder is missing", hint="make it, or choose another with -o")


def test_a_target_that_is_a_folder(ready: Desk) -> None:
    (ready.folder / "x.docx").mkdir()
    refused(ready, "-o", "x.docx", message="x.docx: this is a folder", hint="name a file after -o")


def test_a_target_that_is_read_only(ready: Desk) -> None:
    assert ready.build().code == 0
    (ready.folder / "letter.docx").chmod(0o444)
    refused(ready, message="letter.docx: this is read-only", hint="choose another place with -o")
    refused(ready, "--force", message="letter.docx: this is read-only", hint="choose another place with -o")


def test_a_folder_that_is_read_only(ready: Desk) -> None:
    folder = ready.folder / "filed"
    folder.mkdir()
    folder.chmod(0o555)
    refused(ready, "-o", "filed/x.docx", message="filed: this is read-only", hint="choose another place with -o")
    folder.chmod(0o755)


@pytest.mark.parametrize("device", ["/dev/full", "/dev/null", "/dev/zero"])
def test_a_device_is_not_looked_at_to_its_end(ready: Desk, device: str) -> None:
    (ready.folder / "x.docx").symlink_to(device)
    before = stat.S_IMODE(Path(device).stat().st_mode)
    built = ready.build("-o", "x.docx")
    assert built.code == 2
    assert f"{device}: this is a device, not a file" in built.err
    assert stat.S_IMODE(Path(device).stat().st_mode) == before


def test_a_pipe_is_not_waited_for(ready: Desk) -> None:
    os.mkfifo(ready.folder / "x.docx")
    built = ready.build("-o", "x.docx")
    assert built.code == 2
    assert "x.docx: this is a device, not a file" in built.err


@pytest.mark.parametrize("options", [("-o", "x" * 300 + ".docx"), ("-o", "x" * 300 + "/x.docx")])
def test_a_name_that_is_too_long(ready: Desk, options: tuple[str, ...]) -> None:
    before = ready.holds()
    built = ready.build(*options)
    assert built.code == 2
    assert "xxx" in built.err
    assert built.err.rstrip().endswith(os.strerror(errno.ENAMETOOLONG))
    assert ready.holds() == before


def test_links_that_lead_in_a_circle(ready: Desk) -> None:
    (ready.folder / "a.docx").symlink_to("b.docx")
    (ready.folder / "b.docx").symlink_to("a.docx")
    refused(ready, "-o", "a.docx", message="a.docx: its links lead nowhere", hint="choose another name with -o")


def test_a_letter_that_bears_the_name_of_its_own_target(ready: Desk) -> None:
    ready.write("letter.docx", GOOD)
    before = ready.holds()
    built = ready.build("--force", letter="letter.docx")
    assert built.code == 2
    assert "letter.docx: this is the letter itself" in built.err
    assert ready.holds() == before


def test_a_letter_from_a_pipe_has_no_place_beside_it(ready: Desk) -> None:
    os.mkfifo(ready.folder / "pipe.md")
    built = ready.build(letter="pipe.md")
    assert built.code == 2
    assert "pipe.md: this is no file that a built one could stand beside" in built.err
    assert "hint: say where to write with -o" in built.err


def test_a_pdf_without_libreoffice_is_told_before_any_work(ready: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMENT_KIT_OFFICE", "/no/such/program")
    refused(ready, "--to", "pdf", message="a PDF needs LibreOffice, which was not found", hint="install LibreOffice")
    refused(ready, "--paginate", message="a PDF needs LibreOffice, which was not found", hint="install LibreOffice")


@pytest.mark.parametrize("options", [("--to", "pdf"), ("--paginate",)])
def test_a_libreoffice_that_fails_is_told(
    ready: Desk, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMENT_KIT_OFFICE", "/bin/false")
    refused(ready, *options, message="comment-kit: letter.md: LibreOffice failed with code 1", hint="build a .docx")


# ---- whose file it is ----


def test_a_file_as_we_wrote_it_is_replaced(ready: Desk) -> None:
    assert ready.build().code == 0
    ready.write("letter.md", letter_of("Other words.[@ntia2024, 4]"))
    before = ready.holds()
    assert ready.build().code == 0
    assert ready.holds()["letter.docx"] != before["letter.docx"]
    assert len(ready.holds()) == len(before)


def test_a_file_that_was_edited_in_word_stays(ready: Desk) -> None:
    assert ready.build().code == 0
    edited(ready.folder / "letter.docx")
    refused(ready, message="letter.docx: this file was changed since it was built", hint="write elsewhere with -o, or")


@pytest.mark.parametrize("content", [b"", b"My own work.", b"PK\x03\x04 broken"], ids=["empty", "text", "broken zip"])
@pytest.mark.parametrize("name", ["x.docx", "x.html", "x.md"])
def test_a_file_that_is_not_ours_stays(ready: Desk, name: str, content: bytes) -> None:
    ready.write(name, content)
    refused(ready, "-o", name, message="was not built by comment-kit, and is left as it is", hint="write elsewhere")


@pytest.fixture
def nowhere(ready: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the kit's own folder be one that cannot be made."""
    monkeypatch.setenv("XDG_DATA_HOME", str(ready.write("home", "a file, not a folder")))
    return ready.folder / "home" / "comment-kit"


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_our_own_file_is_known_where_nothing_can_be_remembered(ready: Desk, suffix: str) -> None:
    assert ready.build("-o", f"x.{suffix}").code == 0
    ready.write("letter.md", letter_of("Other words.[@ntia2024, 4]"))
    assert ready.build("-o", f"x.{suffix}").code == 0
    assert b"Other words" in (ready.folder / f"x.{suffix}").read_bytes() or suffix == "docx"


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_our_own_file_is_known_in_another_place(ready: Desk, suffix: str) -> None:
    assert ready.build("-o", f"x.{suffix}").code == 0
    (ready.folder / "filed").mkdir()
    (ready.folder / f"x.{suffix}").rename(ready.folder / "filed" / f"y.{suffix}")
    assert ready.build("-o", f"filed/y.{suffix}").code == 0


@pytest.mark.usefixtures("ready")
def test_a_report_that_cannot_be_remembered_says_so(nowhere: Path) -> None:
    checked = run("check", "letter.md", "-o", "report.txt")
    assert checked.out.startswith("wrote report.txt (move it away before the next: this could not be remembered")
    again = run("check", "letter.md", "-o", "report.txt")
    assert (again.code, again.lines[1]) == (2, "hint: name another file, or move this one away")
    assert f"missing memory: {nowhere} cannot be written (Not a directory)" in run("doctor").out


def test_another_programs_word_file_stays(ready: Desk) -> None:
    assert ready.build("-o", "x.docx").code == 0
    with zipfile.ZipFile(ready.folder / "x.docx") as archive:
        members = {name: archive.read(name) for name in archive.namelist() if "customXml" not in name}
    with zipfile.ZipFile(ready.folder / "x.docx", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    refused(ready, "-o", "x.docx", message="was not built by comment-kit", hint="write elsewhere with -o, or")


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_a_page_that_was_edited_by_hand_stays(ready: Desk, suffix: str) -> None:
    assert ready.build("-o", f"x.{suffix}").code == 0
    path = ready.folder / f"x.{suffix}"
    path.write_bytes(path.read_bytes() + b"\n")
    refused(ready, "-o", f"x.{suffix}", message="this file was changed since it was built", hint="write elsewhere")


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_force_keeps_a_copy_of_what_was_there(ready: Desk, suffix: str) -> None:
    path = ready.write(f"x.{suffix}", b"My own work.")
    built = ready.build("-o", f"x.{suffix}", "--force")
    assert built.code == 0
    assert f"the file that was there is kept as {ready.folder / 'x.bak'}.{suffix}" in built.err
    assert (ready.folder / f"x.bak.{suffix}").read_bytes() == b"My own work."
    assert path.read_bytes() != b"My own work."


def test_force_never_replaces_a_copy(ready: Desk) -> None:
    ready.write("letter.bak.docx", b"The first copy.")
    ready.write("letter.docx", b"The second copy.")
    assert ready.build("--force").code == 0
    assert (ready.folder / "letter.bak.docx").read_bytes() == b"The first copy."
    assert (ready.folder / "letter.bak2.docx").read_bytes() == b"The second copy."


def test_force_keeps_no_copy_of_our_own_file(ready: Desk) -> None:
    assert ready.build().code == 0
    assert ready.build("--force").code == 0
    assert sorted(ready.holds()) == ["letter.docx", "letter.md"]


def test_force_does_not_build_a_letter_with_an_error(ready: Desk) -> None:
    ready.write("letter.docx", b"My own work.")
    ready.write("letter.md", letter_of("Words.[@ntia2042, 3]"))
    before = ready.holds()
    assert ready.build("--force").code == 1
    assert ready.holds() == before


# ---- a full disk ----


def test_a_file_that_may_not_grow_leaves_the_old_one(ready: Desk) -> None:
    assert ready.build().code == 0
    ready.write("letter.md", letter_of("Other words. " * 200))
    before = ready.holds()
    built = ready.build_apart(bounds={resource.RLIMIT_FSIZE: 4096})
    assert built.code == 2
    assert f"letter.docx: cannot be written: {os.strerror(errno.EFBIG)}" in built.err
    assert "Traceback" not in built.err
    assert ready.holds() == before


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk of 64 KB at ``folder``; skip where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if not is_root() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk, and not in every container")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path) -> None:
    """Leave no room on ``disk``."""
    with (disk / "filling").open("wb", buffering=0) as filling, suppress(OSError):
        while filling.write(bytes(4096)):
            pass


def test_a_full_disk_leaves_the_old_file(ready: Desk) -> None:
    with small_disk(ready.folder / "disk") as disk:
        assert ready.build("-o", "disk/x.docx").code == 0
        fill(disk)
        before = ready.holds()
        ready.write("letter.md", letter_of("Other words.[@ntia2024, 4]"))
        built = ready.build("-o", "disk/x.docx")
        assert built.code == 2
        assert "x.docx: the disk is full" in built.err
        assert "hint: make room and build again; the file that was there is unchanged" in built.err
        assert {**ready.holds(), "letter.md": ""} == {**before, "letter.md": ""}


def test_a_disk_too_full_for_a_copy_leaves_the_file_that_was_there(ready: Desk) -> None:
    with small_disk(ready.folder / "disk") as disk:
        ready.write("disk/x.docx", bytes(30_000))
        ready.write("disk/ballast", bytes(16_000))
        before = ready.holds()
        built = ready.build("-o", "disk/x.docx", "--force")
        assert built.code == 2
        assert f"{disk / 'x.docx'}: the disk is full" in built.err
        assert ready.holds() == before


def test_a_disk_too_full_for_the_new_file_keeps_no_copy_of_the_old_one(ready: Desk) -> None:
    with small_disk(ready.folder / "disk") as disk:
        ready.write("disk/x.docx", bytes(20_000))
        ready.write("disk/ballast", bytes(16_000))
        ready.write("letter.md", letter_of("".join(f"Words {n}.[@ntia2024, {n}]\n\n" for n in range(1, 900))))
        before = ready.holds()
        built = ready.build("-o", "disk/x.docx", "--force")
        assert built.code == 2
        assert f"{disk / 'x.docx'}: the disk is full" in built.err
        assert ready.holds() == before

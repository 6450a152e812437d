"""Build a letter: compose it, lay it out, and put the finished file in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from comment_kit import docx as word
from comment_kit.errors import CommentKitError
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.letter import Division, walk
from comment_kit.workflows.composing import Composition, compose
from comment_kit.workflows.memory import fingerprint, recall_pages, remember_pages
from comment_kit.workflows.outputs import check_place, resolved, write_output
from comment_kit.workflows.seals import is_sealed, sealed

Write: TypeAlias = Callable[[Mapping[str, int]], bytes]
"""Writes the Word file with the pages given in its contents."""

FORMATS = ("docx", "html", "pdf", "md")
_STYLED = ("docx", "pdf")
_LARGEST_REFERENCE = 50_000_000


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What the writer asked ``build`` for."""

    letter: Path
    output: Path | None = None
    to: str | None = None
    style: str | None = None
    reference_doc: Path | None = None
    paginate: bool = False
    force: bool = False
    project: Path | None = None


class Built(Struct, frozen=True, kw_only=True):
    """What came of a build."""

    target: Path | None
    """The file written; None where an error in the letter kept it from being written."""
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[str, ...] = ()
    """What the writer should know that is nothing wrong: estimated pages, a copy that was kept."""
    sources: tuple[Path, ...] = ()
    """The files that the letter is made from, which ``--watch`` looks at."""


def build(options: BuildOptions) -> Built:
    """Build the letter and write it; with an error in the letter nothing is written.

    Raises:
        CommentKitError: a file cannot be read, the target must not be replaced, a tool is missing.
    """
    target, form = target_of(options)
    if form == "pdf" and word.find_office() is None:
        raise CommentKitError(
            "a PDF needs LibreOffice, which was not found",
            remedy="install LibreOffice Writer, or build a .docx and save it as PDF in Word",
        )
    check_place(target)
    composition = compose(options.letter, style=options.style, project=options.project)
    if has_errors(composition.diagnostics):
        return Built(target=None, diagnostics=composition.diagnostics, sources=composition.files)
    content, remarks = _content(composition, form, options)
    remarks = (*_assumed(composition, options), *remarks)
    if options.reference_doc and form not in _STYLED:
        remarks = (*remarks, f"--reference-doc has no bearing on .{form}: only Word files and PDFs take its styles")
    backup = _write(target, content, form, force=options.force)
    if backup:
        remarks = (*remarks, f"the file that was there is kept as {backup}")
    return Built(target=target, diagnostics=composition.diagnostics, remarks=remarks, sources=composition.files)


def _assumed(composition: Composition, options: BuildOptions) -> tuple[str, ...]:
    """Return what was assumed of a letter that does not say it itself, and how it says so."""
    if composition.fronted:
        return ()
    style = composition.policy.name
    without = "no template" if composition.letter.front.date else "no template and no date"
    lines = f"---, template: formal-comment, style: {style}, date: 2024-09-09, ---"
    return (
        f"{options.letter} has no front matter: it was set in the style '{style}', with {without}",
        f"hint: to choose them, begin it with the lines {lines}",
    )


def target_of(options: BuildOptions) -> tuple[Path, str]:
    """Return where to write and in which format.

    Raises:
        CommentKitError: suffix and ``--to`` disagree, the suffix is unknown, the letter is a folder, would be
            replaced by itself, or has no place beside it.
    """
    if options.letter.is_dir():
        raise CommentKitError(
            "this is a folder", where=str(options.letter), remedy="name the Markdown file of the letter"
        )
    target, form = (
        _beside(options.letter, options.to or "docx") if options.output is None else _named(options.output, options.to)
    )
    if resolved(target) == resolved(options.letter):
        raise CommentKitError("this is the letter itself", where=str(target), remedy="choose another name with -o")
    return target, form


def _beside(letter: Path, form: str) -> tuple[Path, str]:
    if letter.exists() and not letter.is_file():
        raise CommentKitError(
            "this is no file that a built one could stand beside",
            where=str(letter),
            remedy="say where to write with -o",
        )
    return letter.with_suffix(".built.md" if form == "md" else f".{form}"), form


def _named(output: Path, asked: str | None) -> tuple[Path, str]:
    form = output.suffix.lower().lstrip(".")
    if form not in FORMATS:
        known = ", ".join(f".{each}" for each in FORMATS)
        raise CommentKitError(
            f"'{output.suffix}' is no format to build", where=str(output), remedy=f"end it in {known}"
        )
    if asked and asked != form:
        raise CommentKitError(f"--to {asked} disagrees with this name", where=str(output), remedy="drop one of the two")
    return output, form


# ---- content ----


def _content(composition: Composition, form: str, options: BuildOptions) -> tuple[bytes, tuple[str, ...]]:
    """Return the finished file and what to say about it."""
    match form:
        case "html":
            return _html(composition), ()
        case "md":
            return _markdown(composition), ()
        case "pdf":
            write = _writer(composition, options, for_office=True)
            pages = _true_pages(composition, write, options)
            return word.pdf_of(write(pages), called=str(options.letter)), ()
        case _:
            return _docx(composition, options)


def _html(composition: Composition) -> bytes:
    from comment_kit.html import write_html  # noqa: PLC0415 - a Word file does not wait for it

    about = composition.about
    page = write_html(
        composition.letter,
        composition.layout,
        title=about.title,
        language=about.language,
        images=composition.images,
    )
    return page.encode()


def _markdown(composition: Composition) -> bytes:
    from comment_kit.letters.writing import write_markdown  # noqa: PLC0415 - a Word file does not wait for it

    return write_markdown(composition.letter).encode()


def _docx(composition: Composition, options: BuildOptions) -> tuple[bytes, tuple[str, ...]]:
    write = _writer(composition, options)
    if options.paginate:
        return write(_true_pages(composition, write, options)), ()
    if not _has_contents(composition):
        return write({}), ()
    known = recall_pages(composition.project.state(), lambda: fingerprint(composition.letter, composition.layout))
    if known is not None:
        return write(known), ()
    return write(word.estimate_pages(composition.letter, composition.layout)), (_ESTIMATED,)


def files_to_file(composition: Composition, options: BuildOptions) -> tuple[bytes, bytes, tuple[str, ...]]:
    """Return the letter as a Word file, as the one that LibreOffice makes its PDF from, and what to say about them.

    The contents bear true page numbers where LibreOffice is there.
    """
    write, write_for_office = _writer(composition, options), _writer(composition, options, for_office=True)
    if word.find_office() is None:
        content, remarks = _docx(composition, options)
        return content, content, remarks
    pages = _true_pages(composition, write_for_office, options) if _has_contents(composition) else {}
    return write(pages), write_for_office(pages), ()


_ESTIMATED = "the page numbers in the contents are estimates: --paginate takes true ones from LibreOffice"


def _has_contents(composition: Composition) -> bool:
    return any(isinstance(part, Division) and part.name == "contents" for part in walk(composition.letter.blocks))


def _true_pages(composition: Composition, write: Write, options: BuildOptions) -> Mapping[str, int]:
    """Return the pages that LibreOffice sets, and remember them for the next build of the same text."""
    from comment_kit.workflows.pagination import learn_pages  # noqa: PLC0415 - only LibreOffice's pages need it

    guess = word.estimate_pages(composition.letter, composition.layout)
    pages = learn_pages(write, composition.letter, composition.layout, guess, called=str(options.letter))
    remember_pages(composition.project.state(), fingerprint(composition.letter, composition.layout), pages)
    return pages


def _writer(composition: Composition, options: BuildOptions, *, for_office: bool = False) -> Write:
    reference = _reference(options.reference_doc)

    def write(pages: Mapping[str, int]) -> bytes:
        try:
            return word.write_docx(
                composition.letter,
                composition.layout,
                about=composition.about,
                pages=pages,
                reference=reference,
                images=composition.images,
                for_office=for_office,
            )
        except CommentKitError as fault:
            if reference is None or fault.where is not None:
                raise
            # Of all that is written, the reference document alone comes from outside.
            raise CommentKitError(fault.problem, where=str(options.reference_doc), remedy=fault.remedy) from fault

    return write


def _reference(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_REFERENCE + 1)
    except OSError as fault:
        raise CommentKitError(
            f"cannot be read: {fault.strerror}", where=str(path), remedy="name a .docx after --reference-doc"
        ) from fault
    if len(content) > _LARGEST_REFERENCE:
        raise CommentKitError(
            "this file is too large to take styles from", where=str(path), remedy="delete the pictures and text in it"
        )
    return content


# ---- the finished file ----


def _write(target: Path, content: bytes, form: str, *, force: bool) -> Path | None:
    def may_replace(present: bytes) -> bool:
        return bool(word.is_untouched(target)) if form == "docx" else is_sealed(present, form)

    return write_output(
        target, content if form == "docx" else sealed(content, form), may_replace=may_replace, force=force
    )

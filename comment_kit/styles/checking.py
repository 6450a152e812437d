"""Find what would fail before a letter is set: forms that are missing or broken, and forms asked for in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from comment_kit.errors import CommentKitError
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.pinpoints import PagePin, Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Library, Recall, Source
from comment_kit.resources import shelf
from comment_kit.styles.findings import BROKEN_FORM, MISSING_FORM, NOTHING_TO_REFER_TO, SUPRA_ASKED
from comment_kit.styles.previewing import previewed
from comment_kit.styles.printing import Printer
from comment_kit.styles.style import COMMON, Style

_EVERY_FORM = (Form.FULL, Form.SHORT, Form.SUPRA, Form.ID)
_SOME_PAGE = Pinpoint((PagePin(first="1"),))


def check_forms(style: Style, library: Library, keys: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the forms of ``style`` that the sources ``keys`` need; each fault once.

    A letter whose sources pass here can be set without an error in a form.
    """
    found: dict[tuple[str, Location, str], Diagnostic] = {}
    for key in dict.fromkeys(keys):
        source = library.sources.get(key)
        for diagnostic in _check_source(style, library, source) if source else ():
            found.setdefault((diagnostic.code, diagnostic.location, diagnostic.message), diagnostic)
    return tuple(found.values())


def _check_source(style: Style, library: Library, source: Source) -> Iterator[Diagnostic]:
    form = source.kind.form
    if style.file_of(form) is None:
        yield MISSING_FORM.at(
            source.location,
            f"the style '{style.policy.name}' has no form for {_article(source.kind.name)}, which '{source.key}' is",
            hint=f"add {style.folders[0] / form}.jinja with a macro 'full'",
        )
        return
    if not _is_written_by_user(style, form):
        return
    printer = Printer(library=library, style=style)
    for each in _EVERY_FORM:
        for pinpoint in (Pinpoint(), _SOME_PAGE):
            try:
                previewed(each, source, pinpoint, printer)
            except CommentKitError as fault:
                yield _broken(fault)


def _is_written_by_user(style: Style, form: str) -> bool:
    """Return whether a file that prints ``form`` is not the kit's own; those are held by its tests."""
    kit = shelf("templates")
    return any(
        file is not None and not file.is_relative_to(kit) for file in (style.file_of(form), style.file_of(COMMON))
    )


def _broken(fault: CommentKitError) -> Diagnostic:
    file, _, line = (fault.where or "").rpartition(":")
    return BROKEN_FORM.at(Location(file=file, line=int(line or 0)), fault.problem, hint=fault.remedy)


def asked_forms(resolutions: Sequence[Resolution], library: Library) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the forms that a letter asks for with ``form=``."""
    asked = [each for each in resolutions if each.citation.form is not None]
    return tuple(diagnostic for each in asked for diagnostic in _asked(each, library))


def _asked(resolution: Resolution, library: Library) -> Iterator[Diagnostic]:
    source = library.sources.get(resolution.key) if resolution.key else None
    words = f"form={resolution.form.value}"
    refers_to = resolution.antecedent if resolution.form is Form.ID else resolution.first_full
    if resolution.form is not Form.FULL and refers_to is None:
        why = f": {resolution.obstacle.value}" if resolution.obstacle else ""
        yield NOTHING_TO_REFER_TO.at(
            resolution.citation.location,
            f"{words} is asked of '{resolution.key}', but there is nothing it could refer to{why}",
            hint=f"leave out {words}",
        )
    elif resolution.form is Form.SUPRA and source and source.kind.recall is not Recall.SUPRA:
        yield SUPRA_ASKED.at(
            resolution.citation.location,
            f"{words} is asked of '{resolution.key}', but {_article(source.kind.name)} takes no supra",
            hint=f"leave out {words} and its short form stands",
        )


def _article(noun: str) -> str:
    """Return ``noun`` with its article: "an executive order"."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"

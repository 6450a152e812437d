"""Show every form that a source can take in a style."""

from __future__ import annotations

from datetime import date

from comment_kit.authorities import history
from comment_kit.model.citations import Citation, Form
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.policy import Again
from comment_kit.model.resolutions import Cited, Position, Resolution
from comment_kit.model.sources import Library, Recall, Source, StatusChange
from comment_kit.model.text import Text
from comment_kit.styles.printing import Printer
from comment_kit.styles.style import Style

_FULL_AT = Cited(note_id="preview-first", note_number=1, index=1)
_HERE = Cited(note_id="preview-here", note_number=3, index=1)


def preview(
    source: Source,
    pinpoint: Pinpoint,
    style: Style,
    *,
    library: Library | None = None,
    as_of: date | None = None,
) -> tuple[tuple[str, Text], ...]:
    """Return the forms of ``source`` by name, in the order in which a letter meets them, without closing periods.

    Args:
        source: what is cited.
        pinpoint: the place in it; may be empty.
        style: how it is printed.
        library: where the authorities in its history are found; only ``source`` itself where None.
        as_of: the letter's date, by which its full form tells what became of it; no history where None.
    """
    known = library or Library(sources={source.key: source})
    printer = Printer(library=known, style=style)
    told = history(source, as_of) if style.policy.prints_history else ()
    return tuple((form.value, printer.citation(_as(form, source, pinpoint, told))) for form in _forms(source, style))


def previewed(form: Form, source: Source, pinpoint: Pinpoint, printer: Printer) -> Text:
    """Return one form of ``source`` as it would stand in note 3, where note 1 cites it in full.

    Raises:
        CommentKitError: a form is broken.
    """
    return printer.citation(_as(form, source, pinpoint, ()))


def _forms(source: Source, style: Style) -> tuple[Form, ...]:
    match style.policy.again:
        case Again.SUPRA:
            later = Form.SUPRA if source.kind.recall is Recall.SUPRA else Form.SHORT
            return (Form.FULL, later, Form.ID)
        case Again.DESIGNATION if source.get("shorthand"):
            return (Form.FULL, Form.SHORT, Form.ID)
        case _:
            return (Form.FULL, Form.ID)


def _as(form: Form, source: Source, pinpoint: Pinpoint, told: tuple[StatusChange, ...]) -> Resolution:
    first = form is Form.FULL
    return Resolution(
        citation=Citation(key=source.key, pinpoint=pinpoint, location=source.location),
        at=_FULL_AT if first else _HERE,
        key=source.key,
        position=Position.FIRST if first else Position.NEAR,
        form=form,
        first_full=None if first else _FULL_AT,
        history=told if first else (),
    )
